package network.pokt.mlqos.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Time that passes only when a test says so. Thread-safe; actions run on the thread that advances. */
public final class VirtualTime implements TimeSource {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
    private long nanos;
    private long order;

    @Override
    public synchronized Instant now() {
        return EPOCH.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Scheduled schedule(Duration delay, Runnable action) {
        Entry entry = new Entry(nanos + Math.max(0, delay.toNanos()), order++, action);
        entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    /** Returns how many actions wait. */
    public synchronized int waiting() {
        return entries.size();
    }

    /** Lets time pass and runs what falls due, in order. */
    public void advance(Duration by) {
        long until = nanos() + by.toNanos();
        for (Entry next; (next = dueBy(until)) != null; ) {
            next.action().run();
        }
        synchronized (this) {
            nanos = until;
        }
    }

    /** Lets time pass until nothing waits any more, at most {@code limit}. */
    public void runAll(Duration limit) {
        long until = nanos() + limit.toNanos();
        for (Entry next; (next = dueBy(until)) != null; ) {
            next.action().run();
        }
    }

    private synchronized Entry dueBy(long until) {
        Entry next = entries.peek();
        if (next == null || next.at() > until) {
            return null;
        }
        nanos = Math.max(nanos, next.at());
        return entries.poll();
    }

    /** Returns the moments, counted from now, at which something is due. */
    public synchronized List<Duration> due() {
        List<Duration> due = new ArrayList<>();
        entries.stream().sorted(entries.comparator()).forEach(entry -> due.add(Duration.ofNanos(entry.at() - nanos)));
        return due;
    }

    private record Entry(long at, long order, Runnable action) {}
}
