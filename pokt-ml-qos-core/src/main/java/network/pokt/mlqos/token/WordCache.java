package network.pokt.mlqos.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of words that were seen before: a table of fixed size in which a new word takes the place of an older one.
 *
 * <p>Thread-safe without locks: entries never change, and a thread that does not see another's entry makes its own. At
 * most {@value #SLOTS} words of at most {@value #LONGEST} characters: 24 MB for the most adverse text, 3 for English.
 */
final class WordCache {

    /** The longest word that is kept, in UTF-16 units: longer ones hardly come again. */
    static final int LONGEST = 48;

    private static final int BITS = 15;
    static final int SLOTS = 1 << BITS;

    /** Fibonacci hashing, see {@link PairRanks}. */
    private static final int SPREAD = 0x9E37_79B9;

    private static final int MULTIPLIER = 31;

    private final @Nullable Entry[] slots = new @Nullable Entry[SLOTS];

    /** Returns the tokens of a word, or null if they are not here. */
    int @Nullable [] find(char[] text, int from, int to, int hash) {
        int slot = slot(hash);
        Entry entry = slots[slot];
        if (entry != null && entry.is(text, from, to, hash)) {
            return entry.ids;
        }
        entry = slots[slot ^ 1];
        return entry != null && entry.is(text, from, to, hash) ? entry.ids : null;
    }

    /** Keeps the tokens of a word, in place of one that was seen before. */
    void put(char[] text, int from, int to, int hash, int[] ids) {
        int slot = slot(hash);
        slots[slot ^ 1] = slots[slot];
        slots[slot] = new Entry(hash, Arrays.copyOfRange(text, from, to), ids);
    }

    static int hash(char[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = MULTIPLIER * hash + text[i];
        }
        return hash;
    }

    private static int slot(int hash) {
        return (hash * SPREAD) >>> (Integer.SIZE - BITS);
    }

    /** A word and its tokens. Its fields are final, so that a thread sees all of an entry or nothing. */
    private static final class Entry {

        private final int hash;
        private final char[] word;
        private final int[] ids;

        Entry(int hash, char[] word, int[] ids) {
            this.hash = hash;
            this.word = word;
            this.ids = ids;
        }

        boolean is(char[] text, int from, int to, int otherHash) {
            return hash == otherHash && Arrays.equals(word, 0, word.length, text, from, to);
        }
    }
}
