package network.pokt.mlqos.profile;

import java.time.Duration;

/**
 * The percentiles of one kind of latency that decisions are made by.
 *
 * @param n how many durations were measured, at least 1
 * @param p50 the median
 * @param p90 what nine of ten did not exceed
 * @param p95 what 95 of 100 did not exceed
 * @param p99 what 99 of 100 did not exceed; with n below some 300 mostly the longest that was seen
 */
public record LatencyPercentiles(long n, Duration p50, Duration p90, Duration p95, Duration p99) {

    /** Refuses percentiles of nothing, negative ones and such that fall. */
    public LatencyPercentiles {
        if (n < 1) {
            throw new IllegalArgumentException("Percentiles rest on at least 1 duration, got n = " + n + ".");
        }
        if (p50.isNegative() || p50.compareTo(p90) > 0 || p90.compareTo(p95) > 0 || p95.compareTo(p99) > 0) {
            throw new IllegalArgumentException("Percentiles are positive and do not fall, got p50 " + p50 + ", p90 "
                    + p90 + ", p95 " + p95 + ", p99 " + p99 + ".");
        }
    }

    /** Returns percentiles that are all the same, as of a node that never varies. */
    public static LatencyPercentiles constant(long n, Duration duration) {
        return new LatencyPercentiles(n, duration, duration, duration, duration);
    }
}
