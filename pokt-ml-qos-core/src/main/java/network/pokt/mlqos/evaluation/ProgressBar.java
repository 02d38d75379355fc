package network.pokt.mlqos.evaluation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.time.TimeSource;

/**
 * Draws one line of progress on a terminal: share done, samples, failures, rate and time left.
 *
 * <p>It redraws ten times a second at most, by returning to the start of the line; where that is no use (a file, a pipe) leave
 * it out. Thread-safe.
 */
public final class ProgressBar implements EvaluationListener {

    private static final int WIDTH = 28;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrintStream out;
    private final TimeSource time;
    private final AtomicLong drawnAt = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile long samples;
    private volatile long resumed;
    private volatile long startedAt;

    private ProgressBar(PrintStream out, TimeSource time) {
        this.out = out;
        this.time = time;
    }

    /** Returns a bar that draws on {@code out}, usually System.err. */
    public static ProgressBar to(PrintStream out) {
        return to(out, TimeSource.system());
    }

    /** Returns a bar that takes its time from {@code time}. */
    public static ProgressBar to(PrintStream out, TimeSource time) {
        return new ProgressBar(out, time);
    }

    @Override
    public void on(EvaluationEvent event) {
        if (event instanceof EvaluationEvent.Started started) {
            samples = started.samples();
            resumed = started.resumed();
            done.set(resumed);
            failed.set(0);
            startedAt = time.nanos();
            drawnAt.set(startedAt - REDRAW_NANOS);
            drawIfDue();
        } else if (event instanceof EvaluationEvent.SampleConcluded concluded) {
            if (concluded.cause().isPresent()) {
                failed.incrementAndGet();
            }
            done.incrementAndGet();
            drawIfDue();
        } else if (event instanceof EvaluationEvent.Ended) {
            synchronized (this) {
                out.print(line() + System.lineSeparator());
                out.flush();
            }
        }
    }

    private void drawIfDue() {
        long now = time.nanos();
        long before = drawnAt.get();
        if (now - before >= REDRAW_NANOS && drawnAt.compareAndSet(before, now)) {
            synchronized (this) {
                out.print(line());
                out.flush();
            }
        }
    }

    private String line() {
        long now = done.get();
        int filled = samples == 0 ? 0 : (int) (WIDTH * now / samples);
        double seconds = Math.max(1e-9, (time.nanos() - startedAt) / 1e9);
        double rate = (now - resumed) / seconds;
        String left = rate > 0 && now < samples ? ", " + brief((long) ((samples - now) / rate)) + " left" : "";
        // Trailing blanks wipe what a longer line left behind.
        return String.format(
                Locale.ROOT,
                "\r[%s%s] %d/%d, %d failed, %.0f/s%s      ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                now,
                samples,
                failed.get(),
                rate,
                left);
    }

    private static String brief(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        return left.toMinutes() == 0 ? seconds + " s" : left.toMinutes() + " min " + left.toSecondsPart() + " s";
    }
}
