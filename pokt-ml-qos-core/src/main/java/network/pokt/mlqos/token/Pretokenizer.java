package network.pokt.mlqos.token;

/**
 * Cuts a text into the words that merges stay within: a regular expression compiled by hand. Immutable and thread-safe.
 *
 * <p>Every text is cut completely, and in time proportional to its length.
 */
interface Pretokenizer {

    /**
     * Returns where the word that begins at {@code start} ends.
     *
     * @param text UTF-16 without half pairs
     * @param start below {@code end}, at the beginning of a code point
     * @param end where the text ends, for what looks ahead
     */
    int wordEnd(char[] text, int start, int end);
}
