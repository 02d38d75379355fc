package network.pokt.mlqos.evaluation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * The file that an interrupted run resumes from: what was sent and what came of it, in the order in which it happened.
 *
 * <p>A line is handed to the operating system before {@link #append} returns, so killing the process loses nothing that was
 * acknowledged; the disk is told to keep it about once a second and at the end. Lines that several threads append at once go
 * out in one write. A last line that was cut by a kill is dropped when the journal is opened again. Thread-safe.
 */
final class Journal implements AutoCloseable {

    /** Longer than any line this class writes: a plan of thousands of nodes. */
    private static final int LONGEST_LINE = 64 << 20;

    private static final long FORCE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path path;
    private final FileChannel channel;
    private final TimeSource time;
    private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private long forcedAt;
    private boolean broken;

    private Journal(Path path, FileChannel channel, TimeSource time) {
        this.path = path;
        this.channel = channel;
        this.time = time;
        this.forcedAt = time.nanos();
    }

    /**
     * Opens or begins the journal of a plan and replays what it holds.
     *
     * @throws JournalException if the file is no journal, belongs to another plan, is damaged or in use
     */
    static Journal open(Path path, List<String> plan, Consumer<String> replay, TimeSource time) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(path, channel);
            Journal journal = new Journal(path, channel, time);
            journal.restore(plan, replay);
            return journal;
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new JournalException(
                    "The journal " + path + " cannot be opened (" + e
                            + "); give a file in a folder that exists and that you may write to.",
                    e);
        } catch (RuntimeException e) {
            closeQuietly(channel, e);
            throw e;
        }
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new JournalException(
                    "The journal " + path + " is in use by another run; wait for it or give another file.");
        }
    }

    private void restore(List<String> plan, Consumer<String> replay) throws IOException {
        // Not closed: that would close the channel, and with it the lock.
        Lines lines = new Lines(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
        String header = lines.next();
        if (header == null) {
            begin(plan, lines.torn);
            return;
        }
        checkPlan(plan, header);
        long number = 1;
        long end = lines.end;
        for (String line; (line = lines.next()) != null; end = lines.end) {
            number++;
            try {
                replay.accept(line);
            } catch (IllegalArgumentException e) {
                throw new JournalException(
                        "Line " + number + " of the journal " + path + " cannot be read: " + e.getMessage()
                                + "; restore the file or begin a new one.",
                        e);
            }
        }
        channel.truncate(end);
        channel.position(end);
    }

    private void begin(List<String> plan, String torn) throws IOException {
        String header = JournalLines.header(plan);
        if (!header.startsWith(torn)) {
            throw new JournalException("The file " + path + " is no journal; give the name of a new file.");
        }
        channel.truncate(0);
        channel.position(0);
        write(header);
        channel.force(true);
    }

    private void checkPlan(List<String> plan, String header) {
        List<String> written;
        try {
            written = JournalLines.plan(header);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "The file " + path + " cannot be read as a journal: " + e.getMessage()
                            + "; give the journal of this run or the name of a new file.",
                    e);
        }
        for (int i = 0; i < Math.max(written.size(), plan.size()); i++) {
            String theirs = i < written.size() ? written.get(i) : "nothing";
            String ours = i < plan.size() ? plan.get(i) : "nothing";
            if (!theirs.equals(ours)) {
                throw new JournalException("The journal " + path + " belongs to another run: it has '" + theirs
                        + "' where this run has '" + ours + "'; repeat that run's settings or give a new file.");
            }
        }
    }

    /**
     * Writes lines and returns when they are with the operating system.
     *
     * @throws JournalException if the disk does not take them
     */
    void append(String lines) {
        waiting.add(lines);
        writing.lock();
        try {
            if (broken) {
                throw new IOException("an earlier write failed");
            }
            // Whoever held the lock before may have written these lines along with its own.
            StringBuilder batch = new StringBuilder();
            for (String next; (next = waiting.poll()) != null; ) {
                batch.append(next);
            }
            if (batch.length() > 0) {
                write(batch.toString());
            }
            if (time.nanos() - forcedAt >= FORCE_EVERY_NANOS) {
                channel.force(false);
                forcedAt = time.nanos();
            }
        } catch (IOException e) {
            // Half a line may be out; anything behind it would be unreadable.
            broken = true;
            throw new JournalException(
                    "The journal " + path + " cannot be written (" + e
                            + "); make room and run again with the same journal to go on.",
                    e);
        } finally {
            writing.unlock();
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
        } catch (IOException e) {
            throw new JournalException("The journal " + path + " cannot be closed (" + e + ").", e);
        } finally {
            writing.unlock();
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception reason) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Reads whole lines and knows where the last of them ended. */
    private static final class Lines {

        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long end;
        private String torn = "";

        Lines(InputStream in) {
            this.in = in;
        }

        /** Returns the next line, or null at the end or before a line that has no end. */
        @Nullable
        String next() throws IOException {
            line.reset();
            for (int b; (b = in.read()) >= 0; ) {
                if (b == '\n') {
                    end += line.size() + 1;
                    return line.toString(StandardCharsets.UTF_8);
                }
                if (line.size() == LONGEST_LINE) {
                    throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
                }
                line.write(b);
            }
            torn = line.toString(StandardCharsets.UTF_8);
            return null;
        }
    }
}
