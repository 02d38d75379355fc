package network.pokt.mlqos.samples.quickstart.sim;

import java.util.SplittableRandom;

/** Chance without state: equal arguments give equal draws, on every machine and in every order. */
final class Dice {

    private Dice() {}

    /** Returns the draws that belong to {@code number} under {@code seed}. */
    static SplittableRandom of(long seed, long number) {
        return new SplittableRandom(31 * seed + number);
    }

    /** Returns the draws that belong to {@code text} under {@code seed}. */
    static SplittableRandom of(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return new SplittableRandom(hash);
    }
}
