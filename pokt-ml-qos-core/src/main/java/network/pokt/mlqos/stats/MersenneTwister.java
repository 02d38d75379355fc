package network.pokt.mlqos.stats;

/**
 * The generator MT19937 with initialization by array.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom
 * number generator", ACM TOMACS 8 (1998), and their initialization of 2002. Not thread-safe.
 */
final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;
    private static final int TWIST = 0x9908b0df;
    private static final int FIRST_SEED = 19_650_218;

    private final int[] state = new int[SIZE];
    private int position = SIZE;

    /** Begins with a key of 32-bit words, at least one, lowest first. */
    MersenneTwister(int[] key) {
        seed(FIRST_SEED);
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            state[i] = (state[i] ^ (previousMixed(i) * 1_664_525)) + key[j] + j;
            i = following(i);
            j = (j + 1) % key.length;
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ (previousMixed(i) * 1_566_083_941)) - i;
            i = following(i);
        }
        state[0] = UPPER_BIT;
    }

    /** Returns the next 32 random bits. */
    int next() {
        if (position == SIZE) {
            regenerate();
            position = 0;
        }
        int bits = state[position++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void seed(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    private int previousMixed(int i) {
        return state[i - 1] ^ (state[i - 1] >>> 30);
    }

    /** The last word doubles as the first, so that the round closes. */
    private int following(int i) {
        if (i < SIZE - 1) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    /** Bootstraps draw hundreds of millions of words, so this has neither a remainder nor a branch on random bits. */
    private void regenerate() {
        for (int i = 0; i < SIZE - SHIFT; i++) {
            state[i] = state[i + SHIFT] ^ twisted(state[i], state[i + 1]);
        }
        for (int i = SIZE - SHIFT; i < SIZE - 1; i++) {
            state[i] = state[i + SHIFT - SIZE] ^ twisted(state[i], state[i + 1]);
        }
        state[SIZE - 1] = state[SHIFT - 1] ^ twisted(state[SIZE - 1], state[0]);
    }

    private static int twisted(int upper, int lower) {
        int bits = (upper & UPPER_BIT) | (lower & LOWER_BITS);
        return (bits >>> 1) ^ (-(bits & 1) & TWIST);
    }
}
