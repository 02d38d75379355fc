package network.pokt.mlqos.token;

import java.util.Arrays;

/** The characters of a text as the native library receives them. */
final class Utf16 {

    private static final char REPLACEMENT = '\uFFFD';

    /** The bytes that Java's own UTF-8 spends on half a surrogate pair, and on U+0000; none of them is UTF-8. */
    private static final int BYTES_OF_SURROGATE = 3;

    private static final int BYTES_OF_NUL = 2;

    private Utf16() {}

    /**
     * Returns the characters of {@code text}. Half a surrogate pair is no text, and with one anywhere the native library
     * takes each byte of every surrogate for an unknown character: so does this.
     */
    static char[] of(String text) {
        char[] chars = text.toCharArray();
        return isWellFormed(chars) ? chars : asBytes(chars);
    }

    private static boolean isWellFormed(char[] chars) {
        for (int i = 0; i < chars.length; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 == chars.length || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static char[] asBytes(char[] chars) {
        char[] result = new char[BYTES_OF_SURROGATE * chars.length];
        int length = 0;
        for (char c : chars) {
            int unknown = Character.isSurrogate(c) ? BYTES_OF_SURROGATE : c == 0 ? BYTES_OF_NUL : 0;
            if (unknown == 0) {
                result[length++] = c;
            } else {
                Arrays.fill(result, length, length + unknown, REPLACEMENT);
                length += unknown;
            }
        }
        return Arrays.copyOf(result, length);
    }
}
