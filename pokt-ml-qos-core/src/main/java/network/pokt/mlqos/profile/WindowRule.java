package network.pokt.mlqos.profile;

import java.time.Duration;

/**
 * How much of a task's past counts.
 *
 * @param capacity the most samples that are kept, the newest ones; at least 1
 * @param minimum how many samples are needed before a score is relied on; from 1 to the capacity
 * @param timeToLive how long a sample counts after it was concluded; positive, kept to the second
 */
public record WindowRule(int capacity, int minimum, Duration timeToLive) {

    /** 100 samples, 50 to be relied on, for 32 days. */
    public static final WindowRule DEFAULT = new WindowRule(100, 50, Duration.ofDays(32));

    /** Refuses a window that could never be filled, or that forgets at once. */
    public WindowRule {
        if (capacity < 1 || minimum < 1 || minimum > capacity) {
            throw new IllegalArgumentException("A window needs 1 <= minimum <= capacity, got a minimum of " + minimum
                    + " and a capacity of " + capacity + ".");
        }
        if (timeToLive.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "The time to live of a sample must be at least a second, got " + timeToLive + ".");
        }
    }
}
