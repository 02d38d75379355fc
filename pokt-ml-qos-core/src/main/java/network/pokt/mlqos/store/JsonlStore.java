package network.pokt.mlqos.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps measurements in a folder of JSON lines, one measurement a line. Thread-safe; one process at a time.
 *
 * <p>What is kept when {@link #append} returns: by default everything is forced to disk first, so it outlives a power cut. With
 * {@link Builder#forceEvery} it has been handed to the operating system, so it outlives the process, however that ends, and a
 * power cut may cost what came since the last force. Threads that append at once share one force. If the disk is full, what was
 * written of a batch is taken back and the store goes on as soon as there is room. A last line that a crash tore is cut off when
 * the folder is opened; damage anywhere else is an error that names file and line.
 *
 * <p>Everything is also held in memory, some 700 bytes a measurement, and read from there. Of more than the capacity the oldest
 * expire; files of which nothing is left are deleted, and {@link #compact} rewrites the others. So the folder holds at most the
 * capacity, one segment more, and what arrived out of the order of time since the last compaction.
 */
public final class JsonlStore implements ResultStore {

    private final Queue<Batch> waiting = new ConcurrentLinkedQueue<>();
    private final Lock writing = new ReentrantLock();

    /** Changed through its guard only, and by whoever is writing, who may read it as it is. */
    private final MeasurementIndex index;

    private final GuardedIndex guarded;
    private final SegmentFolder folder;
    private final TimeSource time;
    private final long forceEveryNanos;
    private long forcedAt;

    private JsonlStore(Builder builder) {
        index = new MeasurementIndex(builder.capacity);
        time = builder.time;
        forceEveryNanos = builder.forceEvery.toNanos();
        forcedAt = time.nanos();
        folder = SegmentFolder.open(builder.folder, builder.segmentBytes, index);
        guarded = new GuardedIndex(index, "The store in " + folder.path() + " is closed, open it again.");
    }

    /** Begins a store in a folder, which is made if it is missing. */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /** What one thread wants to keep, and what became of it. */
    private static final class Batch {
        private final List<Measurement> measurements;
        private boolean done;
        private int added;
        private @Nullable Throwable failure;

        private Batch(List<Measurement> measurements) {
            this.measurements = List.copyOf(measurements);
        }
    }

    @Override
    public int append(List<Measurement> measurements) {
        Batch own = new Batch(measurements);
        waiting.add(own);
        writing.lock();
        try {
            if (!own.done) {
                guarded.requireOpen();
                // Whoever comes next finds its batch done along with this one.
                List<Batch> batches = new ArrayList<>();
                for (Batch next; (next = waiting.poll()) != null; ) {
                    batches.add(next);
                }
                appendAll(batches);
            }
        } finally {
            writing.unlock();
        }
        if (own.failure != null) {
            throw new StoreException(
                    "The store in " + folder.path() + " cannot be written (" + own.failure
                            + "); make room and append again, or open the folder again if it says that it is broken.",
                    own.failure);
        }
        return own.added;
    }

    private void appendAll(List<Batch> batches) {
        try {
            List<Measurement> fresh = new ArrayList<>();
            List<Batch> owners = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Batch batch : batches) {
                for (Measurement measurement : batch.measurements) {
                    if (index.isNew(measurement) && seen.add(measurement.id())) {
                        fresh.add(measurement);
                        owners.add(batch);
                    }
                }
            }
            int from = 0;
            while (from < fresh.size()) {
                int to = folder.write(fresh, from, index.floor());
                forceIfDue();
                keep(fresh, owners, from, to);
                from = to;
            }
        } catch (IOException | RuntimeException | Error e) {
            batches.forEach(batch -> batch.failure = e);
        } finally {
            batches.forEach(batch -> batch.done = true);
        }
    }

    private void forceIfDue() throws IOException {
        if (time.nanos() - forcedAt >= forceEveryNanos) {
            folder.force();
            forcedAt = time.nanos();
        }
    }

    private void keep(List<Measurement> fresh, List<Batch> owners, int from, int to) {
        guarded.write(kept -> {
            for (int i = from; i < to; i++) {
                owners.get(i).added += kept.add(fresh.get(i)) ? 1 : 0;
            }
            return kept;
        });
    }

    /** Rewrites the files without what has expired; appending waits, reading goes on. */
    public void compact() {
        writing.lock();
        try {
            guarded.requireOpen();
            folder.compact(index);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "The store in " + folder.path() + " cannot be compacted (" + e
                            + "); nothing is lost, make room and try again.",
                    e);
        } finally {
            writing.unlock();
        }
    }

    /** Lets everything from before an instant expire and rewrites the files without it. */
    public void compact(Instant keepFrom) {
        writing.lock();
        try {
            guarded.write(kept -> {
                kept.expire(new Position(keepFrom, ""));
                return kept;
            });
            compact();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Page page(Query query) {
        return guarded.page(query);
    }

    @Override
    public Page latest(Query query) {
        return guarded.latest(query);
    }

    @Override
    public long count() {
        return guarded.count();
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (guarded.close()) {
                folder.close();
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The store in " + folder.path() + " cannot be closed (" + e
                            + "); what was appended since the last force may not outlive a power cut.",
                    e);
        } finally {
            writing.unlock();
        }
    }

    /** Collects the settings of a store in a folder. Not thread-safe. */
    public static final class Builder {

        private static final long SMALLEST_SEGMENT = 1 << 16;

        private final Path folder;
        private int capacity = 1_000_000;
        private long segmentBytes = 64L << 20;
        private Duration forceEvery = Duration.ZERO;
        private TimeSource time = TimeSource.system();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** Bounds how many measurements are kept; a million by default. */
        public Builder capacity(int capacity) {
            this.capacity = capacity;
            return this;
        }

        /** Bounds one file, in bytes from 64 KiB; 64 MiB by default. */
        public Builder segmentBytes(long segmentBytes) {
            if (segmentBytes < SMALLEST_SEGMENT) {
                throw new IllegalArgumentException(
                        "A segment has at least " + SMALLEST_SEGMENT + " bytes, got " + segmentBytes + ".");
            }
            this.segmentBytes = segmentBytes;
            return this;
        }

        /** Forces to disk at the first append after this much time instead of at each one, and on close. */
        public Builder forceEvery(Duration forceEvery) {
            if (forceEvery.isNegative()) {
                throw new IllegalArgumentException("The time between two forces is 0 or more, got " + forceEvery + ".");
            }
            this.forceEvery = forceEvery;
            return this;
        }

        /** Takes the time from here; the machine's own by default. */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Opens the store and reads what it holds.
         *
         * @throws StoreException if another process has it open, or if a file is damaged or cannot be read
         */
        public JsonlStore build() {
            return new JsonlStore(this);
        }
    }
}
