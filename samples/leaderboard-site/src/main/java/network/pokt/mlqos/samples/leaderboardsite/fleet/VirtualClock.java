package network.pokt.mlqos.samples.leaderboardsite.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes as fast as the program gets its work done: a month in seconds. Thread-safe; what was scheduled runs on the
 * thread that calls {@link #advanceTo}.
 */
public final class VirtualClock implements TimeSource {

    private final Instant origin;
    private final PriorityQueue<Entry> waiting = new PriorityQueue<>(Entry.BY_TIME);
    private long nanos;
    private long order;

    /** Begins at {@code origin}. */
    public VirtualClock(Instant origin) {
        this.origin = origin;
    }

    @Override
    public synchronized Instant now() {
        return origin.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Scheduled schedule(Duration delay, Runnable action) {
        Entry entry = new Entry(nanos + Math.max(0, delay.toNanos()), order++, action, new AtomicBoolean());
        waiting.add(entry);
        return () -> entry.calledOff().set(true);
    }

    /** Lets time pass until {@code moment} and runs, in order, all that falls due by then. */
    public void advanceTo(Instant moment) {
        long until = Duration.between(origin, moment).toNanos();
        for (Entry next; (next = dueBy(until)) != null; ) {
            if (!next.calledOff().get()) {
                next.action().run();
            }
        }
        synchronized (this) {
            nanos = Math.max(nanos, until);
        }
    }

    private synchronized @Nullable Entry dueBy(long until) {
        Entry next = waiting.peek();
        if (next == null || next.at() > until) {
            return null;
        }
        nanos = Math.max(nanos, next.at());
        return waiting.poll();
    }

    private record Entry(long at, long order, Runnable action, AtomicBoolean calledOff) {

        static final Comparator<Entry> BY_TIME =
                Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order);
    }
}
