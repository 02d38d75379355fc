package network.pokt.mlqos.store;

import java.util.List;

/** Keeps the newest measurements in memory, and forgets all with the process. */
final class MemoryStore implements ResultStore {

    private final GuardedIndex index;

    MemoryStore(int capacity) {
        index = new GuardedIndex(new MeasurementIndex(capacity), "This store in memory is closed, make a new one.");
    }

    @Override
    public int append(List<Measurement> measurements) {
        return index.write(kept -> (int) measurements.stream().filter(kept::add).count());
    }

    @Override
    public Page page(Query query) {
        return index.page(query);
    }

    @Override
    public Page latest(Query query) {
        return index.latest(query);
    }

    @Override
    public long count() {
        return index.count();
    }

    @Override
    public void close() {
        index.close();
    }
}
