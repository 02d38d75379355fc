package network.pokt.mlqos.watch;

/** Chance without state: a number that looks random and is the same for the same arguments. */
final class Mix {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /** Mixes two numbers (the finalizer of SplitMix64, Steele, Lea and Flood, OOPSLA 2014). */
    static long of(long one, long other) {
        long z = (one ^ Long.rotateLeft(other * GAMMA, 32)) + GAMMA;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Mixes a text into a number. */
    static long of(long one, String text) {
        long mixed = one;
        for (int i = 0; i < text.length(); i++) {
            mixed = of(mixed, text.charAt(i));
        }
        return mixed;
    }

    /** Returns the number as one from 0 to below 1. */
    static double share(long mixed) {
        return (mixed >>> 11) * 0x1p-53;
    }
}
