package network.pokt.mlqos.samples.leaderboardsite.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import network.pokt.mlqos.leaderboard.BoardSnapshot;
import network.pokt.mlqos.store.StoreException;

/** The board of each service as it stood on each day, in a table of the site's database. Thread-safe. */
public final class Snapshots {

    private final DataSource database;

    /** Makes the table if it is missing. */
    public Snapshots(DataSource database) {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                CREATE TABLE IF NOT EXISTS site_snapshot (
                    service VARCHAR(256) NOT NULL,
                    on_day VARCHAR(10) NOT NULL,
                    board TEXT NOT NULL,
                    PRIMARY KEY (service, on_day)
                )\
                """);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Keeps the first snapshot of a day (UTC); later ones of the same day change nothing. */
    public void keep(String service, BoardSnapshot snapshot) {
        String day = day(snapshot.at());
        if (latest(service, 1).stream().anyMatch(kept -> day(kept.at()).equals(day))) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO site_snapshot VALUES (?, ?, ?)")) {
            insert.setString(1, service);
            insert.setString(2, day);
            insert.setString(3, snapshot.json());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Returns the snapshots of the latest days, the newest first. */
    public List<BoardSnapshot> latest(String service, int days) {
        List<BoardSnapshot> snapshots = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT board FROM site_snapshot"
                        + " WHERE service = ? ORDER BY on_day DESC FETCH FIRST " + days + " ROWS ONLY")) {
            select.setString(1, service);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    snapshots.add(BoardSnapshot.parse(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw refused(e);
        }
        return snapshots;
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static StoreException refused(SQLException e) {
        return new StoreException("The database refuses snapshots (" + e.getMessage() + ").", e);
    }
}
