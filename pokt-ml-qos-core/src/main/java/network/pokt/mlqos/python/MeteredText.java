package network.pokt.mlqos.python;

/**
 * A text that allows itself to be read only so often: the one hook into the running time of {@code java.util.regex}.
 */
final class MeteredText implements CharSequence {

    /**
     * Reads before a search is given up, some tenths of a second. A search that passes once over the longest answers
     * there are (a million characters) reads a few of them; only backtracking without end reads more.
     */
    static final long MAX_READS = 100_000_000;

    private final String text;
    private long left = MAX_READS;

    MeteredText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new OutOfReads();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Leaves the matcher from its depths; never seen outside this package. */
    static final class OutOfReads extends RuntimeException {

        private static final long serialVersionUID = 1;

        OutOfReads() {
            super(null, null, false, false);
        }
    }
}
