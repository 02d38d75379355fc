package network.pokt.mlqos.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The steps from an empty database to today's tables; a step that has been released is never changed, only followed. */
final class Migrations {

    private static final int TRIES = 20;

    private static final List<List<String>> STEPS = List.of(
            List.of("""
                    CREATE TABLE IF NOT EXISTS mlqos_measurement (
                        id VARCHAR(256) NOT NULL PRIMARY KEY,
                        supplier VARCHAR(256) NOT NULL,
                        service VARCHAR(256) NOT NULL,
                        task VARCHAR(256) NOT NULL,
                        sample INTEGER NOT NULL,
                        at_nanos BIGINT NOT NULL,
                        epoch VARCHAR(256),
                        failed VARCHAR(64),
                        measures VARCHAR(1000000),
                        total_nanos BIGINT,
                        first_token_nanos BIGINT,
                        relays BIGINT NOT NULL,
                        prompt_tokens BIGINT NOT NULL,
                        completion_tokens BIGINT NOT NULL,
                        currency VARCHAR(256),
                        cost NUMERIC(60, 30)
                    )"""),
            List.of(
                    "CREATE INDEX IF NOT EXISTS mlqos_measurement_time ON mlqos_measurement (at_nanos, id)",
                    "CREATE INDEX IF NOT EXISTS mlqos_measurement_task ON mlqos_measurement (task, at_nanos, id)",
                    """
                    CREATE INDEX IF NOT EXISTS mlqos_measurement_node
                        ON mlqos_measurement (supplier, service, task, at_nanos)"""));

    private Migrations() {}

    /** Brings a database from whatever version it has to today's. */
    static void run(DataSource database) {
        run(database, STEPS.size());
    }

    /** Brings a database to a version, for tests of what comes after it. */
    static void run(DataSource database, int version) {
        Transactions.run(database, TRIES, connection -> {
            execute(connection, "CREATE TABLE IF NOT EXISTS mlqos_schema (version INTEGER NOT NULL PRIMARY KEY)");
            return 0;
        });
        for (int reached = version(database); reached < version; reached = version(database)) {
            int next = reached + 1;
            Transactions.run(database, TRIES, connection -> step(connection, next));
        }
    }

    /** The row comes first: it is the lock at which a second process waits, and then finds the step done. */
    private static int step(Connection connection, int next) throws SQLException {
        if (version(connection) >= next) {
            return 0;
        }
        execute(connection, "INSERT INTO mlqos_schema (version) VALUES (" + next + ")");
        for (String statement : STEPS.get(next - 1)) {
            execute(connection, statement);
        }
        return next;
    }

    private static int version(DataSource database) {
        int version = Transactions.run(database, TRIES, Migrations::version);
        if (version > STEPS.size()) {
            throw new StoreException("The database has the tables of version " + version + " and this library knows "
                    + STEPS.size() + "; use the newer library, or another database.");
        }
        return version;
    }

    private static int version(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(version), 0) FROM mlqos_schema");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
