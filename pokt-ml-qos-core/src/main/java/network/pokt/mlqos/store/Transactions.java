package network.pokt.mlqos.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in transactions, again when another writer was in its way. */
final class Transactions {

    private Transactions() {}

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs work in a transaction of its own.
     *
     * @throws StoreException if the database cannot be reached or refuses, or is in the way for too many tries
     */
    static <T> T run(DataSource database, int tries, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(database, work);
            } catch (SQLException e) {
                if (attempt == tries || !anotherWriter(e)) {
                    throw new StoreException(
                            "The database of the store refuses (" + e.getMessage() + ", SQL state " + e.getSQLState()
                                    + "); see to the database and do it again, nothing counts twice.",
                            e);
                }
            }
        }
    }

    private static <T> T once(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, autoCommit, e);
                throw e;
            }
            connection.setAutoCommit(autoCommit);
            return result;
        }
    }

    /** What went wrong first is what the caller has to know, whatever a broken connection says to its clean-up. */
    private static void rollBack(Connection connection, boolean autoCommit, Exception reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Class 23 is a key that somebody else has inserted meanwhile, class 40 a transaction that lost against another. */
    private static boolean anotherWriter(SQLException e) {
        for (SQLException next = e; next != null; next = next.getNextException()) {
            String state = next.getSQLState();
            if (state != null && (state.startsWith("23") || state.startsWith("40"))) {
                return true;
            }
        }
        return false;
    }
}
