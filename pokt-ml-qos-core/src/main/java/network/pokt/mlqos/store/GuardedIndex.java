package network.pokt.mlqos.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** What a store holds in memory, for any number of readers or one writer at a time, until it is closed. Thread-safe. */
final class GuardedIndex {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final MeasurementIndex index;
    private final String ifClosed;
    private boolean closed;

    /** Guards an index, which nobody else changes from now on; {@code ifClosed} is what latecomers are told. */
    GuardedIndex(MeasurementIndex index, String ifClosed) {
        this.index = index;
        this.ifClosed = ifClosed;
    }

    Page page(Query query) {
        return read(kept -> kept.page(query));
    }

    Page latest(Query query) {
        return read(kept -> kept.latest(query));
    }

    long count() {
        return read(MeasurementIndex::size);
    }

    private <T> T read(Function<MeasurementIndex, T> question) {
        return locked(lock.readLock(), question);
    }

    /** Lets one writer change the index while nobody reads. */
    <T> T write(Function<MeasurementIndex, T> change) {
        return locked(lock.writeLock(), change);
    }

    private <T> T locked(Lock side, Function<MeasurementIndex, T> action) {
        side.lock();
        try {
            if (closed) {
                throw new StoreException(ifClosed);
            }
            return action.apply(index);
        } finally {
            side.unlock();
        }
    }

    /** Throws what latecomers are told if the store is closed. */
    void requireOpen() {
        read(kept -> kept);
    }

    /** Closes it once readers are through; returns false if it was closed before. */
    boolean close() {
        lock.writeLock().lock();
        try {
            boolean first = !closed;
            closed = true;
            return first;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
