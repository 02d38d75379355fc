package network.pokt.mlqos.samples.diffusioncheck;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long a simulated node takes: a network's latency, then its steps, both uneven, and now and then a relay that is held up
 * somewhere. Equal seeds take equally long.
 */
final class Pace {

    private static final double LATENCY_MILLIS = 120;
    private static final double STEP_MILLIS = 50;

    /** Spread of the logarithm: most latencies lie within a third, most drawings within a tenth of what is usual. */
    private static final double LATENCY_SPREAD = 0.3;

    private static final double STEP_SPREAD = 0.1;

    /** One relay of 30 is held up for as long as 20 steps take. */
    private static final double HELD_UP = 1.0 / 30;

    private static final double HOLD_UP_MILLIS = 1_000;

    private final SplittableRandom random;
    private final double slowness;

    /** A node that takes {@code slowness} times as long for a step as others do. */
    Pace(long seed, double slowness) {
        this.random = new SplittableRandom(seed);
        this.slowness = slowness;
    }

    /** Returns what the next picture of so many steps takes from request to answer. */
    Duration next(int steps) {
        double latency = LATENCY_MILLIS * uneven(LATENCY_SPREAD);
        double drawing = slowness * STEP_MILLIS * steps * uneven(STEP_SPREAD);
        double delay = random.nextDouble() < HELD_UP ? HOLD_UP_MILLIS * uneven(LATENCY_SPREAD) : 0;
        return Duration.ofNanos(Math.round(1e6 * (latency + drawing + delay)));
    }

    private double uneven(double spread) {
        return Math.exp(spread * random.nextGaussian());
    }
}
