package network.pokt.mlqos.python;

/** Reads an expression code point by code point, and says where it is when something is wrong. */
final class PatternReader {

    /** What {@link #peek()} and {@link #next()} return at the end. */
    static final int END = -1;

    private final String source;
    private final int[] codePoints;
    private int position;

    PatternReader(String source) {
        this.source = source;
        this.codePoints = source.codePoints().toArray();
    }

    int position() {
        return position;
    }

    void moveTo(int position) {
        this.position = position;
    }

    int peek() {
        return position < codePoints.length ? codePoints[position] : END;
    }

    int peekSecond() {
        return position + 1 < codePoints.length ? codePoints[position + 1] : END;
    }

    int next() {
        return position < codePoints.length ? codePoints[position++] : END;
    }

    /** Moves on if {@code codePoint} is next. */
    boolean take(int codePoint) {
        if (peek() == codePoint) {
            position++;
            return true;
        }
        return false;
    }

    /** Returns up to {@code most} characters out of {@code allowed}. */
    String takeWhile(String allowed, int most) {
        StringBuilder taken = new StringBuilder();
        while (taken.length() < most && peek() != END && allowed.indexOf(peek()) >= 0) {
            taken.appendCodePoint(next());
        }
        return taken.toString();
    }

    /** Returns what stands before {@code end} and moves past it. */
    String takeUntil(int end, String what) {
        StringBuilder taken = new StringBuilder();
        while (peek() != END) {
            int c = next();
            if (c == end) {
                return taken.toString();
            }
            taken.appendCodePoint(c);
        }
        throw error("the " + what + " is not closed");
    }

    IllegalArgumentException error(String what) {
        return new IllegalArgumentException("The Python expression '" + source + "' cannot be used: " + what
                + " (near character " + position + ").");
    }
}
