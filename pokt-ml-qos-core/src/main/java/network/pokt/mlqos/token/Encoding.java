package network.pokt.mlqos.token;

/**
 * The tokens of a text with their places in it. Immutable.
 *
 * <p>Places are UTF-16 indices of the text that was encoded, as {@link String#substring} takes them. Tokens of bytes may
 * split a character: each of them then has the place of the whole character. Special tokens that the tokenizer added have
 * the empty place 0 to 0.
 */
public final class Encoding {

    private final int[] ids;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] special;

    Encoding(int[] ids, int[] starts, int[] ends, boolean[] special) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
        this.special = special;
    }

    /** Returns how many tokens there are. */
    public int size() {
        return ids.length;
    }

    /** Returns a copy of the ids. */
    public int[] ids() {
        return ids.clone();
    }

    /** Returns the id of the token at {@code index}. */
    public int id(int index) {
        return ids[index];
    }

    /** Returns where the token at {@code index} begins in the text. */
    public int start(int index) {
        return starts[index];
    }

    /** Returns where the token at {@code index} ends in the text. */
    public int end(int index) {
        return ends[index];
    }

    /** Returns whether the tokenizer put the token at {@code index} around the text. */
    public boolean isSpecial(int index) {
        return special[index];
    }

    @Override
    public String toString() {
        return "Encoding[" + ids.length + " tokens]";
    }
}
