package network.pokt.mlqos.relay.morse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON exactly as Go's encoding/json does, because Morse hashes the text: no blanks, fields in the order given, and
 * {@code <}, {@code >}, {@code &}, U+2028 and U+2029 as escapes. Not thread-safe.
 */
final class GoJson {

    private static final String HEX_DIGITS = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder("{");

    GoJson field(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    GoJson field(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    GoJson field(String name, GoJson object) {
        name(name);
        text.append(object);
        return this;
    }

    /** Go sorts the keys of a map. */
    GoJson field(String name, Map<String, String> map) {
        GoJson object = new GoJson();
        new TreeMap<>(map).forEach(object::field);
        return field(name, object);
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        string(name);
        text.append(':');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\r') {
                text.append("\\r");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                escape(c);
            } else if (isLoneSurrogate(value, i)) {
                // Go's strings are UTF-8, where half a pair becomes the replacement character.
                text.append('\ufffd');
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX_DIGITS.charAt(c >> shift & 0xf));
        }
    }

    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    /** Returns the SHA3-256 of the text, which is what Morse signs and compares. */
    byte[] sha3() {
        try {
            return MessageDigest.getInstance("SHA3-256").digest(toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform from 9 on has SHA3-256, this one has not.", e);
        }
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
