package network.pokt.mlqos.watch;

/**
 * In which order the documents of a pool are asked: a secret one, the same for all nodes, and none twice before all were asked.
 *
 * <p>The order is a keyed permutation of the pool, another one on each round through it: a Feistel network of four rounds over
 * the smallest even number of bits that hold the pool, walked until it lands inside (Black and Rogaway, "Ciphers with arbitrary
 * finite domains", CT-RSA 2002). Any place is found without keeping a list. It mixes well; it is no cipher, so the seed is to be
 * kept private but nothing else may hang on it.
 *
 * @param seed private to the watcher, or nodes can know what will be asked
 * @param size how many documents there are, at least 1
 */
public record ItemOrder(long seed, int size) {

    private static final int ROUNDS = 4;

    /** Refuses an empty pool. */
    public ItemOrder {
        if (size < 1) {
            throw new IllegalArgumentException("A pool needs at least one document, got " + size + ".");
        }
    }

    /**
     * Returns the document at a place in the endless order, from 0 to size - 1.
     *
     * @param place counted from 0
     */
    public int item(long place) {
        if (place < 0) {
            throw new IllegalArgumentException("A place in the order is 0 or more, got " + place + ".");
        }
        int halfBits = Math.max(1, (33 - Integer.numberOfLeadingZeros(size - 1)) / 2);
        long key = Mix.of(seed, place / size);
        long item = place % size;
        do {
            item = permute(item, halfBits, key);
        } while (item >= size);
        return (int) item;
    }

    private static long permute(long value, int halfBits, long key) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Mix.of(key + round, right) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
