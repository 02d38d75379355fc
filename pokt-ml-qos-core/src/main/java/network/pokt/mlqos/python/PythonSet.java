package network.pokt.mlqos.python;

/**
 * Translates a set such as {@code [^a-z\s]} from Python's syntax, where brackets and ampersands inside are plain
 * characters.
 */
final class PythonSet {

    /** Any character; a set rather than a dot, because it repeats in a loop and not by recursion. */
    static final String ANYTHING = "[\\x{0}-\\x{10ffff}]";

    /** Stands for a member that is a class, which cannot be the end of a range. */
    private static final int CLASS = -2;

    private final PatternReader in;
    private final boolean ascii;
    private final StringBuilder members = new StringBuilder();
    private boolean nested;

    private PythonSet(PatternReader in, boolean ascii) {
        this.in = in;
        this.ascii = ascii;
    }

    /** Returns the set of which the reader has passed the opening bracket, as one atom. */
    static String translate(PatternReader in, boolean ascii) {
        return new PythonSet(in, ascii).set();
    }

    private String set() {
        boolean negated = in.take('^');
        boolean first = true;
        while (first || in.peek() != ']') {
            first = false;
            member();
        }
        in.next();
        if (!negated) {
            return "[" + members + "]";
        }
        // Java has changed its mind about what a negation around a nested set means: a lookahead means one thing only.
        return nested ? "(?:(?![" + members + "])" + ANYTHING + ")" : "[^" + members + "]";
    }

    private void member() {
        int low = single();
        if (in.peek() != '-' || in.peekSecond() == ']') {
            append(low);
            return;
        }
        in.next();
        int high = single();
        if (low == CLASS || high == CLASS || high < low) {
            throw in.error("a set has a bad range");
        }
        members.append(PythonEscapes.literal(low)).append('-').append(PythonEscapes.literal(high));
    }

    private void append(int codePoint) {
        if (codePoint != CLASS) {
            members.append(PythonEscapes.literal(codePoint));
        }
    }

    /** Returns the next character; a class is appended at once, and {@link #CLASS} returned. */
    private int single() {
        int c = in.next();
        if (c == PatternReader.END) {
            throw in.error("a set is not closed");
        }
        if (c != '\\') {
            return c;
        }
        int letter = in.next();
        return switch (letter) {
            case PatternReader.END -> throw in.error("a set is not closed");
            case 'b' -> '\b';
            case 'd', 's', 'w' -> classOf(PythonEscapes.members(letter, ascii));
            case 'D', 'S', 'W' -> {
                nested = true;
                yield classOf("[^" + PythonEscapes.members(Character.toLowerCase(letter), ascii) + "]");
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> PythonEscapes.octalInSet(letter, in);
            default -> named(letter);
        };
    }

    private int classOf(String classMembers) {
        members.append(classMembers);
        return CLASS;
    }

    private int named(int letter) {
        int codePoint = PythonEscapes.namedCharacter(letter, in);
        if (codePoint < 0) {
            throw in.error("a set has a bad escape");
        }
        return codePoint;
    }
}
