package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import network.pokt.mlqos.transport.RelayFailure;

/**
 * When a failed relay is sent again within its sample, and after which pause.
 *
 * <p>Only causes that {@linkplain network.pokt.mlqos.transport.FaultCause#retryable() allow it} are sent again. The pause is
 * what the node asked for in Retry-After, else exponential with full jitter (Brooker, "Exponential Backoff and Jitter", AWS
 * Architecture Blog, 2015): uniform between zero and {@code firstPause} doubled with each attempt. No pause is longer than
 * {@code longestPause}; a node that asks for more is not tried again.
 *
 * @param maxAttempts the most times that one ask is sent, the first included, at least 1
 * @param firstPause the upper end of the first pause
 * @param longestPause the longest pause
 */
public record RetryRule(int maxAttempts, Duration firstPause, Duration longestPause) {

    /** Three attempts, pauses of up to 250 ms and 500 ms, and at most 30 s where the node asks for it. */
    public static final RetryRule DEFAULT = new RetryRule(3, Duration.ofMillis(250), Duration.ofSeconds(30));

    /** Every relay is sent once. */
    public static final RetryRule NEVER = new RetryRule(1, Duration.ZERO, Duration.ZERO);

    public RetryRule {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("A retry rule needs at least 1 attempt, got " + maxAttempts + ".");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "A retry rule needs pauses of at least 0, the first no longer than the longest, got " + firstPause
                            + " and " + longestPause + ".");
        }
    }

    /** Returns the pause before the next attempt, or empty if {@code failure} of attempt {@code attempt}, from 1, is final. */
    Optional<Duration> pauseAfter(RelayFailure failure, int attempt, SplittableRandom random) {
        if (attempt >= maxAttempts || !failure.cause().retryable()) {
            return Optional.empty();
        }
        if (failure.retryAfter().isPresent()) {
            return failure.retryAfter().filter(asked -> asked.compareTo(longestPause) <= 0);
        }
        double doubled = (double) firstPause.toNanos() * Math.pow(2, attempt - 1);
        return Optional.of(Duration.ofNanos(
                random.nextLong((long) Math.min((double) longestPause.toNanos(), doubled) + 1)));
    }
}
