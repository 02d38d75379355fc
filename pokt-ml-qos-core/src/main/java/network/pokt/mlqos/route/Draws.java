package network.pokt.mlqos.route;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Random numbers for many threads without garbage or lock, the same from the same seed when one thread draws.
 *
 * <p>A counter through the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014).
 */
final class Draws {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final AtomicLong state;

    Draws(long seed) {
        state = new AtomicLong(seed);
    }

    long nextLong() {
        long z = state.addAndGet(GOLDEN_GAMMA);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a number from 0, inclusive, to 1, exclusive. */
    double next() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Returns a standard normal number (Box and Muller, 1958). */
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    }
}
