package network.pokt.mlqos.relay.resilience;

import java.time.Duration;

/**
 * How often and after which wait a relay is sent again.
 *
 * <p>The n-th wait is {@code firstDelay} doubled n - 1 times and at most {@code maxDelay}, of which a random part of up to half
 * is taken off, so that relays that failed together do not come back together. A node that says {@code Retry-After} is left
 * alone for exactly as long plus a random part of {@code firstDelay}; if that is longer than {@code maxRetryAfter}, the relay
 * is not sent again at all.
 *
 * @param maxAttempts how often a relay is sent in all, at least 2
 * @param firstDelay the wait before the second attempt, at least 1 ms
 * @param maxDelay the longest wait that we choose, not shorter than the first
 * @param maxRetryAfter the longest wait that a node can ask for; zero to refuse all
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {

    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(30));

    public RetryPolicy {
        if (maxAttempts < 2) {
            throw new IllegalArgumentException("A retry policy needs at least 2 attempts, got " + maxAttempts
                    + "; use noRetry() for a single one.");
        }
        if (firstDelay.toMillis() < 1 || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "Retry delays must grow from at least 1 ms, got " + firstDelay + " to " + maxDelay + ".");
        }
        if (maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "The longest Retry-After cannot be negative, got " + maxRetryAfter + ".");
        }
    }

    /** Returns 3 attempts, waits of 250 ms to 10 s, and a {@code Retry-After} of up to 30 s. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    public RetryPolicy withMaxAttempts(int maxAttempts) {
        return new RetryPolicy(maxAttempts, firstDelay, maxDelay, maxRetryAfter);
    }

    public RetryPolicy withDelays(Duration firstDelay, Duration maxDelay) {
        return new RetryPolicy(maxAttempts, firstDelay, maxDelay, maxRetryAfter);
    }

    public RetryPolicy withMaxRetryAfter(Duration maxRetryAfter) {
        return new RetryPolicy(maxAttempts, firstDelay, maxDelay, maxRetryAfter);
    }
}
