package network.pokt.mlqos.python;

/**
 * The characters that a Python expression names: escapes and their classes, written for {@code java.util.regex}.
 *
 * <p>Everything returned is one atom for {@code java.util.regex}, or one member of a set.
 */
final class PythonEscapes {

    private static final String HEX = "0123456789abcdefABCDEF";
    private static final String OCTAL = "01234567";
    private static final int LARGEST_OCTAL = 0377;

    /** The white space of {@link PythonText#isSpace}, as members of a set. */
    private static final String SPACES = "\\t-\\r\\x1c-\\x1f\\x85\\p{Z}";

    /**
     * Java looks behind by whole characters, not by halves, only where a character outside the basic plane is spelled
     * out.
     */
    private static final String BY_WHOLE_CHARACTERS = "(?:\uD800\uDC00){0}";

    /** Opens a lookbehind. */
    static final String BEHIND = "(?<=" + BY_WHOLE_CHARACTERS;

    /** Opens a negated lookbehind. */
    static final String NOT_BEHIND = "(?<!" + BY_WHOLE_CHARACTERS;

    private PythonEscapes() {}

    /** Returns a character that stands for itself, inside a set and outside. */
    static String literal(int codePoint) {
        if (Character.isLetterOrDigit(codePoint) && codePoint < 0x80) {
            return Character.toString(codePoint);
        }
        return String.format("\\x{%x}", codePoint);
    }

    /** Returns the members of the class that {@code letter} (d, s or w) names. */
    static String members(int letter, boolean ascii) {
        return switch (letter) {
            case 'd' -> ascii ? "0-9" : "\\p{Nd}";
            case 's' -> ascii ? "\\t-\\r\\x20" : SPACES;
            case 'w' -> ascii ? "a-zA-Z0-9_" : "\\p{L}\\p{N}_";
            default -> throw new IllegalStateException("No class is named " + Character.toString(letter) + ".");
        };
    }

    /** Returns {@code \b} or, if {@code negated}, {@code \B}. */
    static String boundary(boolean negated, boolean ascii) {
        String word = "[" + members('w', ascii) + "]";
        String after = BEHIND + word + ")";
        String notAfter = NOT_BEHIND + word + ")";
        String before = "(?=" + word + ")";
        String notBefore = "(?!" + word + ")";
        return negated
                // CPython before 3.14 finds no \B in the empty text.
                ? "(?:(?!\\A\\z)(?:" + after + before + "|" + notAfter + notBefore + "))"
                : "(?:" + after + notBefore + "|" + notAfter + before + ")";
    }

    /**
     * Returns the character that an escape names in a set as well as outside of it, or -1 if {@code letter} names none.
     */
    static int namedCharacter(int letter, PatternReader in) {
        return switch (letter) {
            case 'a' -> 0x07;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            case 'x' -> hex(2, in);
            case 'u' -> hex(4, in);
            case 'U' -> hex(8, in);
            case 'N' -> byName(in);
            case '0' -> Integer.parseInt("0" + in.takeWhile(OCTAL, 2), 8);
            default -> letter < 0x80 && Character.isLetterOrDigit(letter) ? -1 : letter;
        };
    }

    /**
     * Returns the character of three octal digits of which the reader has passed the first, or -1 if there are no
     * three.
     */
    static int octal(int firstDigit, PatternReader in) {
        int start = in.position();
        String more = in.takeWhile(OCTAL, 2);
        if (OCTAL.indexOf(firstDigit) < 0 || more.length() < 2) {
            in.moveTo(start);
            return -1;
        }
        return inRange(Integer.parseInt(Character.toString(firstDigit) + more, 8), in);
    }

    /** Returns the character of up to three octal digits in a set, of which the reader has passed the first. */
    static int octalInSet(int firstDigit, PatternReader in) {
        return inRange(Integer.parseInt(Character.toString(firstDigit) + in.takeWhile(OCTAL, 2), 8), in);
    }

    private static int inRange(int octal, PatternReader in) {
        if (octal > LARGEST_OCTAL) {
            throw in.error("an octal escape is larger than \\377");
        }
        return octal;
    }

    private static int hex(int digits, PatternReader in) {
        String hex = in.takeWhile(HEX, digits);
        if (hex.length() < digits) {
            throw in.error("an escape lacks hexadecimal digits");
        }
        long codePoint = Long.parseLong(hex, 16);
        if (codePoint > Character.MAX_CODE_POINT) {
            throw in.error("there is no character U+" + hex);
        }
        return (int) codePoint;
    }

    private static int byName(PatternReader in) {
        if (!in.take('{')) {
            throw in.error("\\N lacks a name in braces");
        }
        String name = in.takeUntil('}', "name of a character");
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException e) {
            throw in.error("no character is named '" + name + "'");
        }
    }
}
