package network.pokt.mlqos.samples.leaderboardsite.measure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;

/** Where the site's database is, behind a pool of connections. */
public final class Database {

    /** More than the threads that ask at the same time; PostgreSQL starts a process for each. */
    private static final int CONNECTIONS = 10;

    private Database() {}

    /** Returns the URL of the H2 database in a folder. */
    public static String inFolder(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("board").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /**
     * Connects to a database.
     *
     * @param url such as {@code jdbc:postgresql://host/board?user=site}
     * @param password if it does not stand in the URL
     */
    public static HikariDataSource connect(String url, Optional<String> password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("leaderboard-site");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        password.ifPresent(config::setPassword);
        return new HikariDataSource(config);
    }
}
