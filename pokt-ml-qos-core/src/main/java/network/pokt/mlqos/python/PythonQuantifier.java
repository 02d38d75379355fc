package network.pokt.mlqos.python;

import org.jspecify.annotations.Nullable;

/**
 * Reads how often something repeats: {@code *}, {@code +}, {@code ?} or a range in braces, greedy, lazy or possessive.
 */
final class PythonQuantifier {

    private static final String DIGITS = "0123456789";
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final PatternReader in;

    private PythonQuantifier(PatternReader in) {
        this.in = in;
    }

    /**
     * Returns the quantifier that comes next for {@code java.util.regex}, or null if what comes next is none and stands
     * for itself; the reader is then somewhere behind it.
     */
    static @Nullable String next(PatternReader in) {
        return new PythonQuantifier(in).quantifier();
    }

    private @Nullable String quantifier() {
        String range = switch (in.next()) {
            case '*' -> "*";
            case '+' -> "+";
            case '?' -> "?";
            case '{' -> braces();
            default -> null;
        };
        if (range == null) {
            return null;
        }
        return range + (in.take('?') ? "?" : in.take('+') ? "+" : "");
    }

    private @Nullable String braces() {
        if (in.peek() == '}') {
            return null;
        }
        String low = in.takeWhile(DIGITS, ANY_NUMBER);
        boolean comma = in.take(',');
        String high = comma ? in.takeWhile(DIGITS, ANY_NUMBER) : low;
        if (!in.take('}')) {
            return null;
        }
        int least = low.isEmpty() ? 0 : count(low);
        if (high.isEmpty()) {
            return "{" + least + ",}";
        }
        int most = count(high);
        if (most < least) {
            throw in.error("a repetition has a minimum above its maximum");
        }
        return "{" + least + "," + most + "}";
    }

    private int count(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw in.error("the repetition count " + digits + " is too large");
        }
    }
}
