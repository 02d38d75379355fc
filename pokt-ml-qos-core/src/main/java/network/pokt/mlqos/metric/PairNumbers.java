package network.pokt.mlqos.metric;

import java.util.Arrays;

/** Numbers pairs of whole numbers in the order of their first appearance, from zero. Not thread-safe. */
final class PairNumbers {

    private static final int FREE = -1;
    /** 2^64 over the golden ratio: multiplying by it spreads neighbouring keys (Knuth, TAOCP 3, 6.4). */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final long[] keys;
    private final int[] numbers;
    private final int shift;
    private int size;

    /** Makes room for so many different pairs. */
    PairNumbers(int expected) {
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(expected) + 1);
        keys = new long[1 << bits];
        numbers = new int[1 << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(numbers, FREE);
    }

    int number(int first, int second) {
        long key = ((long) first << Integer.SIZE) | Integer.toUnsignedLong(second);
        int slot = (int) ((key * SPREAD) >>> shift);
        while (numbers[slot] != FREE) {
            if (keys[slot] == key) {
                return numbers[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        numbers[slot] = size;
        return size++;
    }

    /** How many different pairs there were. */
    int size() {
        return size;
    }

    /** Forgets all pairs. */
    void clear() {
        Arrays.fill(numbers, FREE);
        size = 0;
    }
}
