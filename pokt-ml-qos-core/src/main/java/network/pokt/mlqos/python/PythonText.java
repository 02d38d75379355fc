package network.pokt.mlqos.python;

import java.util.Locale;

/**
 * Text as Python sees it: what is white space, how long it is, and what it looks like in lower case.
 *
 * <p>lm-evaluation-harness judges with Python's string methods. Java's nearest methods differ in characters that models
 * do write, such as the no-break space.
 */
public final class PythonText {

    private static final int NEXT_LINE = 0x85;

    private PythonText() {}

    /** Returns whether {@code str.isspace} holds for a code point, which is also what {@code \s} matches. */
    public static boolean isSpace(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                (codePoint >= '\t' && codePoint <= '\r')
                        || (codePoint >= 0x1c && codePoint <= 0x1f)
                        || codePoint == NEXT_LINE;
        };
    }

    /** Returns {@code text.strip()}. */
    public static String strip(String text) {
        return stripLeading(stripTrailing(text));
    }

    /** Returns {@code text.lstrip()}. */
    public static String stripLeading(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    /** Returns {@code text.rstrip()}. All white space lies in the basic plane, so it is looked for by UTF-16 units. */
    public static String stripTrailing(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Returns {@code len(text)}: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns {@code text.lower()}, with the mappings that lengthen a text and the final sigma. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
