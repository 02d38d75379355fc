package network.pokt.mlqos.stats;

import java.time.Duration;

/**
 * A range of durations that holds the true one with the given confidence, both ends included.
 *
 * @param lower the lower end
 * @param upper the upper end, at least {@code lower}
 * @param level the confidence as a share strictly between 0 and 1, usually 0.95
 */
public record DurationInterval(Duration lower, Duration upper, double level) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Refuses ends out of order and a level outside of 0 to 1. */
    public DurationInterval {
        Confidence.require(level);
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException(
                    "interval " + lower + ".." + upper + " is not a range: give two durations, the shorter one first");
        }
    }

    /** Says whether the duration lies between the ends or on one of them. */
    public boolean contains(Duration duration) {
        return lower.compareTo(duration) <= 0 && duration.compareTo(upper) <= 0;
    }

    /** The distance between the ends. */
    public Duration width() {
        return upper.minus(lower);
    }

    /** For example {@code 118..126 ms (95 %)}: as many decimals as show the width to two digits, in any locale. */
    @Override
    public String toString() {
        int decimals = Digits.decimalsFor(millis(width()));
        return Digits.fixed(millis(lower), decimals) + ".." + Digits.fixed(millis(upper), decimals) + " ms ("
                + Digits.percent(level) + ")";
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }
}
