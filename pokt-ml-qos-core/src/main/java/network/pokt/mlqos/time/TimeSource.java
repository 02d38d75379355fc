package network.pokt.mlqos.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The one source of time: what the clock says, how long something took, and what happens later.
 *
 * <p>Everything that waits, measures or stamps takes a {@code TimeSource}, so that tests run on virtual time and nothing in
 * the library sleeps. Implementations are thread-safe.
 */
public interface TimeSource {

    /** Returns the wall-clock time, for stamps that people read. */
    Instant now();

    /** Returns nanoseconds of a monotonic clock with an arbitrary origin, for measuring durations. */
    long nanos();

    /**
     * Runs {@code action} once after {@code delay}; a delay of zero or less means as soon as possible, never inline.
     *
     * <p>The action runs on the scheduler's thread and has to be short. An exception it throws is its own bug and is handed to
     * the thread's uncaught exception handler.
     */
    Scheduled schedule(Duration delay, Runnable action);

    /** An action that has been scheduled and may still be called off. */
    @FunctionalInterface
    interface Scheduled {

        /** Calls the action off if it has not begun; calling it again has no effect. */
        void cancel();
    }

    /**
     * Returns the machine's own time. Its scheduler is one daemon thread, started by the first scheduled action and ended
     * after a second without one, so there is nothing to close.
     */
    static TimeSource system() {
        return new SystemTime();
    }
}
