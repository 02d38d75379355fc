package network.pokt.mlqos.relay.resilience;

import java.time.Duration;

/**
 * How many attempts a node gets in each period, and how long a relay may wait for its turn.
 *
 * @param attempts at least 1
 * @param period at least 1 ms
 * @param maxWait zero to refuse at once what exceeds the limit
 */
public record RateLimit(int attempts, Duration period, Duration maxWait) {

    public RateLimit {
        if (attempts < 1 || period.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "A rate limit needs at least 1 attempt in at least 1 ms, got " + attempts + " in " + period + ".");
        }
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("The wait for a rate limit cannot be negative, got " + maxWait + ".");
        }
    }

    /** Returns a limit that makes nobody wait. */
    public static RateLimit of(int attempts, Duration period) {
        return new RateLimit(attempts, period, Duration.ZERO);
    }

    public RateLimit withMaxWait(Duration maxWait) {
        return new RateLimit(attempts, period, maxWait);
    }
}
