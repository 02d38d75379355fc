package network.pokt.mlqos.relay.supplier.stake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes block YAML; a text that a reader could take for something else is quoted. Not thread-safe. */
final class YamlText {

    private static final Pattern PLAIN =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9_/.-]*(?:://[a-zA-Z0-9_/.:-]*[a-zA-Z0-9_/-])?");

    /** Plain words that YAML 1.1 reads as a truth value or as nothing. */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final StringBuilder text = new StringBuilder();
    private String indent = "";
    private String next = "";

    YamlText put(String name, String value) {
        return line(scalar(name) + ": " + scalar(value));
    }

    YamlText put(String name, long value) {
        return line(scalar(name) + ": " + value);
    }

    YamlText put(String name, boolean value) {
        return line(scalar(name) + ": " + value);
    }

    YamlText shares(String name, Map<String, Integer> shares) {
        return shares.isEmpty() ? this : block(name, () -> shares.forEach(this::put));
    }

    YamlText list(String name, Iterable<String> values) {
        return block(name, () -> values.forEach(value -> line("- " + scalar(value))));
    }

    /** Writes a name and below it, further in, what {@code content} writes. */
    YamlText block(String name, Runnable content) {
        line(scalar(name) + ":");
        return inner(content);
    }

    /** Writes one item of a list, whose first line {@code content} writes after the dash. */
    YamlText item(Runnable content) {
        next = "- ";
        return inner(content);
    }

    private YamlText inner(Runnable content) {
        String outer = indent;
        indent = outer + "  ";
        content.run();
        indent = outer;
        return this;
    }

    private YamlText line(String line) {
        String start = next.isEmpty() ? indent : indent.substring(next.length()) + next;
        next = "";
        text.append(start).append(line).append('\n');
        return this;
    }

    private static String scalar(String value) {
        if (PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
