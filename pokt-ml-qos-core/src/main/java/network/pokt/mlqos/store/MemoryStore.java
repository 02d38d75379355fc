package network.pokt.mlqos.store;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** Keeps the newest measurements in memory, and forgets all with the process. */
final class MemoryStore implements ResultStore {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final MeasurementIndex index;
    private boolean closed;

    MemoryStore(int capacity) {
        index = new MeasurementIndex(capacity);
    }

    @Override
    public int append(List<Measurement> measurements) {
        lock.writeLock().lock();
        try {
            requireOpen();
            return (int) measurements.stream().filter(index::add).count();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Page page(Query query) {
        return read(kept -> kept.page(query));
    }

    @Override
    public Page latest(Query query) {
        return read(kept -> kept.latest(query));
    }

    @Override
    public long count() {
        return read(MeasurementIndex::size);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T read(Function<MeasurementIndex, T> reading) {
        lock.readLock().lock();
        try {
            requireOpen();
            return reading.apply(index);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException("This store in memory is closed, make a new one.");
        }
    }
}
