package network.pokt.mlqos.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Keeps measurements and gives their history. Thread-safe; extenders implement it and prove it with {@code ResultStoreContract}
 * of this artifact's tests jar.
 *
 * <pre>{@code
 * try (ResultStore store = ResultStore.jsonl(Path.of("qos-data"))) {
 *     store.append(measurements);
 *     Page newest = store.page(Query.builder().node(node.id()).newestFirst().build());
 *     List<Measurement> now = store.latest(Query.all()).measurements();
 * }
 * }</pre>
 *
 * <p>When {@link #append} returns, what it was given is kept as safely as the store promises, and every later read shows it.
 * When it throws, the caller hands the same measurements over again: their ids see to it that none is counted twice.
 */
public interface ResultStore extends AutoCloseable {

    /**
     * Keeps those measurements that are not kept yet. Of two with the same id, the first stays as it is.
     *
     * @return how many were new
     * @throws StoreException if they could not be kept; none, some or all of them may be, and handing them over again is safe
     */
    int append(List<Measurement> measurements);

    /** Returns the measurements that a query wants, one page at a time. */
    Page page(Query query);

    /**
     * Returns the latest measurement of each pair of node and task among those that the query wants, in the query's order, one
     * page at a time. With {@link Query#until()} that is the state as of then, and pages fit together whatever is appended.
     */
    Page latest(Query query);

    /** Returns how many measurements are kept. */
    long count();

    /** Ends the store's use of files or connections; reading or writing it afterwards is a {@link StoreException}. */
    @Override
    void close();

    /** Gives every measurement that the query wants to a consumer, page by page, in the query's order. */
    default void forEach(Query query, Consumer<Measurement> consumer) {
        Optional<Query> next = Optional.of(query);
        while (next.isPresent()) {
            Query current = next.get();
            Page page = page(current);
            page.measurements().forEach(consumer);
            next = page.next().map(current::after);
        }
    }

    /** Returns a store that forgets with the process and, of more than so many measurements, the oldest. */
    static ResultStore inMemory(int capacity) {
        return new MemoryStore(capacity);
    }

    /** Returns the store in a folder, which is made if it is missing, with the defaults of {@link JsonlStore#builder}. */
    static ResultStore jsonl(Path folder) {
        return JsonlStore.builder(folder).build();
    }

    /** Returns the store in a database, whose tables are made or brought up to date; see {@link JdbcStore}. */
    static ResultStore jdbc(DataSource database) {
        return JdbcStore.open(database);
    }
}
