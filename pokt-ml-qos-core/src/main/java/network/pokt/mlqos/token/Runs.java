package network.pokt.mlqos.token;

import static network.pokt.mlqos.token.CodePointClasses.MARK;
import static network.pokt.mlqos.token.CodePointClasses.NUMBER;
import static network.pokt.mlqos.token.CodePointClasses.OTHER;
import static network.pokt.mlqos.token.CodePointClasses.SPACE;

/** The parts that the regular expressions of pretokenizers are made of. */
final class Runs {

    private static final CodePointClasses CLASSES = CodePointClasses.UNICODE_16;

    private Runs() {}

    static byte kind(char[] text, int i, int end) {
        return CLASSES.at(text, i, end);
    }

    /** Returns the place after the code point at {@code i}. */
    static int after(char[] text, int i, int end) {
        return Character.isHighSurrogate(text[i]) && i + 1 < end ? i + 2 : i + 1;
    }

    /** Passes {@code \p{L}*}. */
    static int letters(char[] text, int i, int end) {
        int at = i;
        while (at < end && CodePointClasses.isLetter(kind(text, at, end))) {
            at = after(text, at, end);
        }
        return at;
    }

    /** Passes {@code \p{N}{0,most}}. */
    static int numbers(char[] text, int i, int end, int most) {
        int at = i;
        for (int n = 0; n < most && at < end && kind(text, at, end) == NUMBER; n++) {
            at = after(text, at, end);
        }
        return at;
    }

    /** Passes {@code [^\s\p{L}\p{N}]*}. */
    static int symbols(char[] text, int i, int end) {
        int at = i;
        while (at < end && isSymbol(kind(text, at, end))) {
            at = after(text, at, end);
        }
        return at;
    }

    static boolean isSymbol(byte kind) {
        return kind == OTHER || kind == MARK;
    }

    /** Passes {@code \s*}; white space is never a pair of surrogates. */
    static int spaces(char[] text, int i, int end) {
        int at = i;
        while (at < end && kind(text, at, end) == SPACE) {
            at++;
        }
        return at;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Passes {@code [\r\n]*}. */
    static int breaks(char[] text, int i, int end) {
        int at = i;
        while (at < end && isBreak(text[at])) {
            at++;
        }
        return at;
    }

    /** Matches {@code \s+(?!\S)|\s+}: before a word, the last space is left to it. */
    static int spacesBeforeWord(char[] text, int i, int end) {
        int at = spaces(text, i, end);
        return at < end && at - i > 1 ? at - 1 : at;
    }

    /** Matches {@code \s*[\r\n]+|\s+(?!\S)|\s+}. */
    static int spacesByLine(char[] text, int i, int end) {
        int at = spaces(text, i, end);
        for (int last = at - 1; last >= i; last--) {
            if (isBreak(text[last])) {
                return last + 1;
            }
        }
        return at < end && at - i > 1 ? at - 1 : at;
    }

    /**
     * Matches {@code 's|'t|'re|'ve|'m|'ll|'d} at an apostrophe.
     *
     * @return the end, or {@code i} if there is none
     */
    static int contraction(char[] text, int i, int end, boolean anyCase) {
        if (i + 1 >= end || text[i] != '\'') {
            return i;
        }
        char first = folded(text[i + 1], anyCase);
        switch (first) {
            case 's', 't', 'm', 'd' -> {
                return i + 2;
            }
            case 'r', 'v', 'l' -> {
                char second = i + 2 < end ? folded(text[i + 2], anyCase) : ' ';
                return second == (first == 'l' ? 'l' : 'e') ? i + 3 : i;
            }
            default -> {
                return i;
            }
        }
    }

    /** The long s is the only letter of other alphabets whose case folds to one of a contraction. */
    private static char folded(char c, boolean anyCase) {
        if (!anyCase) {
            return c;
        }
        if (c == 'ſ') {
            return 's';
        }
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
}
