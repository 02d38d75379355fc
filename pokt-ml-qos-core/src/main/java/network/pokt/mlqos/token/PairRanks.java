package network.pokt.mlqos.token;

import java.util.Arrays;

/**
 * Which two neighbouring tokens merge, in which order and into which: a hash table of fixed size, filled once and then
 * read by any number of threads.
 */
final class PairRanks {

    /** What {@link #find} returns for a pair that does not merge. */
    static final long NONE = Long.MAX_VALUE;

    /** Fibonacci hashing: 2^64 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final long FREE = -1;

    /** Keys and values in turns, so that both are in one cache line. */
    private final long[] table;

    private final int shift;

    PairRanks(int pairs) {
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(pairs + pairs / 2));
        this.table = new long[2 << bits];
        this.shift = Long.SIZE - bits;
        Arrays.fill(table, FREE);
    }

    /** Adds a pair; of equal pairs the last one counts. */
    void put(int left, int right, int rank, int merged) {
        long key = key(left, right);
        int slot = slot(key);
        while (table[slot] != FREE && table[slot] != key) {
            slot = next(slot);
        }
        table[slot] = key;
        table[slot + 1] = ((long) rank << Integer.SIZE) | merged;
    }

    /** Returns rank and merged token of a pair, as {@link #rank} and {@link #merged} read them, or {@link #NONE}. */
    long find(int left, int right) {
        long key = key(left, right);
        int slot = slot(key);
        while (true) {
            long found = table[slot];
            if (found == key) {
                return table[slot + 1];
            }
            if (found == FREE) {
                return NONE;
            }
            slot = next(slot);
        }
    }

    static int rank(long found) {
        return (int) (found >>> Integer.SIZE);
    }

    static int merged(long found) {
        return (int) found;
    }

    private static long key(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> shift) << 1;
    }

    private int next(int slot) {
        return (slot + 2) & (table.length - 1);
    }
}
