package network.pokt.mlqos.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Keeps measurements in a database, in the table {@code mlqos_measurement}. Thread-safe; any number of processes may share it.
 *
 * <p>It speaks plain SQL:2003 (window functions are the newest of it) and is tested with H2 and PostgreSQL. Each append is one
 * transaction per {@value #BATCH} measurements; two writers of the same measurement meet at its primary key, and the second
 * finds it kept. Instants are nanoseconds since 1970, durations nanoseconds, the values of measures a JSON object.
 *
 * <p>Connections are taken from the data source for one call and closed after it: give a pool. Nothing in a database expires;
 * delete old rows by {@code at_nanos} when you want to, knowing that a row handed over again after that counts again.
 */
public final class JdbcStore implements ResultStore {

    /** Far below the parameters that drivers allow in one statement. */
    private static final int BATCH = 500;

    /** A conflict means that another writer got further, so this many in a row mean that something else is wrong. */
    private static final int TRIES = 20;

    private final DataSource database;
    private volatile boolean closed;

    private JdbcStore(DataSource database) {
        this.database = database;
    }

    /**
     * Opens the store, making its tables or bringing them up to date.
     *
     * @throws StoreException if the database cannot be reached, refuses, or was made by a newer version of this library
     */
    public static JdbcStore open(DataSource database) {
        Migrations.run(database);
        return new JdbcStore(database);
    }

    @Override
    public int append(List<Measurement> measurements) {
        Map<String, Measurement> distinct = new LinkedHashMap<>();
        measurements.forEach(measurement -> distinct.putIfAbsent(measurement.id(), measurement));
        // In one order for all writers, or two of them could wait for each other.
        List<Measurement> ordered = distinct.values().stream()
                .sorted(Comparator.comparing(Measurement::id))
                .toList();
        int added = 0;
        for (int from = 0; from < ordered.size(); from += BATCH) {
            List<Measurement> batch = ordered.subList(from, Math.min(from + BATCH, ordered.size()));
            added += inTransaction(connection -> insertNew(connection, batch));
        }
        return added;
    }

    private static int insertNew(Connection connection, List<Measurement> batch) throws SQLException {
        Set<String> kept = keptOf(connection, batch);
        try (PreparedStatement insert = connection.prepareStatement(Rows.INSERT)) {
            for (Measurement measurement : batch) {
                if (!kept.contains(measurement.id())) {
                    Rows.bind(insert, measurement);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        return batch.size() - kept.size();
    }

    private static Set<String> keptOf(Connection connection, List<Measurement> batch) throws SQLException {
        String marks = String.join(",", Collections.nCopies(batch.size(), "?"));
        Set<String> kept = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM mlqos_measurement WHERE id IN (" + marks + ")")) {
            for (int i = 0; i < batch.size(); i++) {
                select.setString(i + 1, batch.get(i).id());
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    kept.add(rows.getString(1));
                }
            }
        }
        return kept;
    }

    @Override
    public Page page(Query query) {
        return read(QuerySql.page(query), query.limit());
    }

    @Override
    public Page latest(Query query) {
        return read(QuerySql.latest(query), query.limit());
    }

    @Override
    public long count() {
        return inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM mlqos_measurement");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private Page read(QuerySql sql, int limit) {
        return inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql.text())) {
                for (int i = 0; i < sql.parameters().size(); i++) {
                    select.setObject(i + 1, sql.parameters().get(i));
                }
                select.setMaxRows(limit + 1);
                List<Measurement> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(Rows.read(rows));
                    }
                }
                return Page.of(found, limit);
            }
        });
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        if (closed) {
            throw new StoreException("This store in a database is closed, open it again.");
        }
        return Transactions.run(database, TRIES, work);
    }

    /** Ends the use of the data source, which stays open: its owner closes it. */
    @Override
    public void close() {
        closed = true;
    }
}
