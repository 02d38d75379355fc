package network.pokt.mlqos.samples.quickstart.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * One thread that waits for sockets and for moments in time at once, so that a hundred answers under way cost no thread
 * each.
 *
 * <p>Everything registered runs on that thread, so none of it needs a lock. An exception that reaches the loop ends it
 * and is handed to the thread's uncaught exception handler.
 */
final class EventLoop implements AutoCloseable {

    private record Timer(long nanos, long order, Runnable action) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.signum(nanos - other.nanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Selector selector;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Thread thread;
    private long timersSoFar;
    private volatile boolean closed;

    EventLoop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Runs {@code action} whenever {@code channel} is ready for one of {@code operations}; the loop closes it in the
     * end.
     */
    SelectionKey register(SelectableChannel channel, int operations, Runnable action) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, action);
    }

    /** Runs {@code action} once {@link System#nanoTime()} has reached {@code nanos}, up to a millisecond later. */
    void at(long nanos, Runnable action) {
        timers.add(new Timer(nanos, timersSoFar++, action));
    }

    private void run() {
        try {
            while (!closed) {
                long now = System.nanoTime();
                for (Timer next = timers.peek(); next != null && next.nanos() - now <= 0; next = timers.peek()) {
                    timers.remove().action().run();
                }
                selector.select(key -> ((Runnable) key.attachment()).run(), millisToNextTimer());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeAll();
        }
    }

    /** At least 1, since 0 tells the selector to wait for sockets alone. */
    private long millisToNextTimer() {
        Timer next = timers.peek();
        return next == null
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.nanos() - System.nanoTime() + 999_999));
    }

    private void closeAll() {
        try (selector) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes every channel and waits until the thread has ended, if it was started. */
    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            closeAll();
            return;
        }
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
