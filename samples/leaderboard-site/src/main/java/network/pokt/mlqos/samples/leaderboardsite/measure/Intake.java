package network.pokt.mlqos.samples.leaderboardsite.measure;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.store.Ledger;
import network.pokt.mlqos.store.Measurement;
import network.pokt.mlqos.store.Page;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.store.StoreException;

/**
 * The way by which every measurement comes in: collected first, then into the database, the ledger and the watches for changes, so
 * that whoever measures never waits for a disk. Thread-safe.
 *
 * <p>A process that is killed loses what came since the last {@link #flush()}. What the database or the ledger refuses is kept and
 * handed over again; their ids see to it that nothing counts twice.
 */
public final class Intake implements ResultStore {

    /** What a database that is away for a while may leave behind in memory, some 100 MB. */
    private static final int MOST_WAITING = 100_000;

    private final ResultStore store;
    private final Ledger ledger;
    private final ChangeWatch changes;
    private final List<Measurement> waiting = new ArrayList<>();
    private volatile long count;

    public Intake(ResultStore store, Ledger ledger, ChangeWatch changes) {
        this.store = store;
        this.ledger = ledger;
        this.changes = changes;
        this.count = store.count();
    }

    /** Collects measurements; they are new to the store as far as can be told without asking it. */
    @Override
    public int append(List<Measurement> measurements) {
        synchronized (waiting) {
            if (waiting.size() + measurements.size() > MOST_WAITING) {
                throw new StoreException("The database has taken nothing for too long, " + waiting.size()
                        + " measurements wait for it; see to the database.");
            }
            waiting.addAll(measurements);
        }
        return measurements.size();
    }

    /** Hands over what was collected. */
    public synchronized void flush() {
        List<Measurement> ready;
        synchronized (waiting) {
            ready = List.copyOf(waiting);
        }
        if (ready.isEmpty()) {
            return;
        }
        count += store.append(ready);
        ledger.append(ready);
        synchronized (waiting) {
            waiting.subList(0, ready.size()).clear();
        }
        changes.observe(ready);
    }

    @Override
    public Page page(Query query) {
        return store.page(query);
    }

    @Override
    public Page latest(Query query) {
        return store.latest(query);
    }

    /** Returns how many measurements were kept, without asking the database. */
    @Override
    public long count() {
        return count;
    }

    /** Hands over the rest and closes the store and the ledger. */
    @Override
    public void close() {
        try (store;
                ledger) {
            flush();
        }
    }
}
