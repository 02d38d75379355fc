package network.pokt.mlqos.samples.quickstart.sim;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What chance has in store for one request: whether it fails, and how long its answer takes.
 *
 * @param failure how it fails, if it does
 * @param firstTokenNanos the time to the first token
 * @param tokenNanos the time from one token to the next
 */
record Fate(Optional<Failure> failure, long firstTokenNanos, long tokenNanos) {

    /** The ways in which an unreliable node fails, all equally likely. */
    enum Failure {
        /** Status 500. */
        SERVER_ERROR,
        /** Status 429 with a Retry-After. */
        RATE_LIMITED,
        /** The connection is closed in the middle of the body. */
        CUT,
        /** A complete body that is no JSON. */
        MALFORMED,
        /** A success without text. */
        EMPTY
    }

    private static final double MEDIAN_FIRST_TOKEN_NANOS = 28e6;
    private static final double MEDIAN_TOKEN_NANOS = 0.7e6;
    /**
     * Spread of the delays' logarithm: two thirds lie within a fifth of the median, as on a server with little to do.
     */
    private static final double SPREAD = 0.2;

    static Fate of(Behaviour behaviour, long seed, long request) {
        SplittableRandom dice = Dice.of(seed, request);
        Failure[] ways = Failure.values();
        Failure way = ways[dice.nextInt(ways.length)];
        return new Fate(
                dice.nextDouble() < behaviour.failureShare() ? Optional.of(way) : Optional.empty(),
                logNormal(dice, MEDIAN_FIRST_TOKEN_NANOS * behaviour.slowness()),
                logNormal(dice, MEDIAN_TOKEN_NANOS * behaviour.slowness()));
    }

    boolean failsBy(Failure way) {
        return failure.filter(way::equals).isPresent();
    }

    /** Returns how long it takes until {@code tokens} tokens follow the first. */
    long nanos(int tokens) {
        return firstTokenNanos + tokens * tokenNanos;
    }

    private static long logNormal(SplittableRandom dice, double median) {
        return Math.round(median * Math.exp(SPREAD * dice.nextGaussian()));
    }
}
