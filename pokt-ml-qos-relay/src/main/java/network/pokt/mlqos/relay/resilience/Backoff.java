package network.pokt.mlqos.relay.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The waits between the attempts of a {@link RetryPolicy}. As thread-safe as its source of randomness. */
final class Backoff {

    /** What is said instead of a wait if the node asks for more than the policy allows. */
    static final long TOO_LONG = -1;

    /** Beyond this many doublings every delay has reached any sensible maximum. */
    private static final int MAX_DOUBLINGS = 40;

    private final RetryPolicy policy;
    private final RandomGenerator random;

    Backoff(RetryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /** Returns the milliseconds to wait after attempt number {@code attempt}, which ended so, or {@link #TOO_LONG}. */
    long millis(int attempt, Verdict verdict) {
        Optional<Duration> asked = verdict.retryAfter();
        if (asked.isPresent()) {
            return asked.get().compareTo(policy.maxRetryAfter()) > 0
                    ? TOO_LONG
                    : asked.get().toMillis()
                            + random.nextLong(policy.firstDelay().toMillis() + 1);
        }
        long doubled = saturatedShift(policy.firstDelay().toMillis(), Math.min(attempt - 1, MAX_DOUBLINGS));
        long delay = Math.min(doubled, policy.maxDelay().toMillis());
        return delay - random.nextLong(delay / 2 + 1);
    }

    private static long saturatedShift(long value, int doublings) {
        return value > Long.MAX_VALUE >> doublings ? Long.MAX_VALUE : value << doublings;
    }
}
