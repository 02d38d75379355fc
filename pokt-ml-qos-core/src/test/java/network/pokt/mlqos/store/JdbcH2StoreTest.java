package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class JdbcH2StoreTest extends ResultStoreContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final DataSource database = newDatabase();

    private static DataSource newDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:store" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Override
    protected ResultStore create() {
        return ResultStore.jdbc(database);
    }

    @Test
    void a_database_of_the_first_version_is_brought_up_to_date_with_its_rows() throws SQLException {
        DataSource old = newDatabase();
        Migrations.run(old, 1);
        execute(
                old,
                "INSERT INTO mlqos_measurement (id, supplier, service, task, sample, at_nanos, measures, relays,"
                        + " prompt_tokens, completion_tokens) VALUES ('m', 's', 'x', 't', 0, 1, '{\"a\":1.0}', 1, 2, 3)");

        try (ResultStore upgraded = ResultStore.jdbc(old)) {
            assertThat(upgraded.page(Query.all()).measurements()).hasSize(1);
            assertThat(upgraded.append(Samples.series(0, 3, A, "t"))).isEqualTo(3);
        }
        try (ResultStore again = ResultStore.jdbc(old)) {
            assertThat(again.count()).isEqualTo(4);
        }
    }

    @Test
    void a_database_of_a_newer_library_is_refused() throws SQLException {
        execute(database, "INSERT INTO mlqos_schema VALUES (99)");

        assertThatThrownBy(() -> ResultStore.jdbc(database))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void a_database_that_is_gone_is_an_error_that_says_that_nothing_counts_twice() throws SQLException {
        execute(database, "DROP TABLE mlqos_measurement");

        assertThatThrownBy(() -> store.append(Samples.series(0, 1, A, "t")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("nothing counts twice");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
