package network.pokt.mlqos.samples.leaderboardsite;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedFleet;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedNode;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedNodes;
import network.pokt.mlqos.samples.leaderboardsite.fleet.Steps;
import network.pokt.mlqos.samples.leaderboardsite.measure.Database;
import network.pokt.mlqos.samples.leaderboardsite.measure.Measuring;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.time.TimeSource;

/** Everything that runs, put together as the options say: database, past, transport, station, web server. */
final class Running implements AutoCloseable {

    private final HikariDataSource database;
    private final Measuring measuring;
    private final Site site;

    private Running(HikariDataSource database, Measuring measuring, Site site) {
        this.database = database;
        this.measuring = measuring;
        this.site = site;
    }

    /** Starts everything, and says on {@code out} what there is. */
    static Running start(Options options, PrintStream out) throws IOException {
        Folder folder = Folder.of(options.folder());
        HikariDataSource database =
                Database.connect(options.database(), Optional.ofNullable(System.getenv("DATABASE_PASSWORD")));
        try {
            TimeSource time = TimeSource.system();
            Measuring measuring =
                    options.nodes().isEmpty() ? simulated(options, folder, database, time, out) : real(options);
            Station station = Station.start(folder, database, time, measuring);
            Site site = Site.serve(station, folder, options);
            out.println("The leaderboard is at http://" + options.host() + ":" + site.port() + "/, its data in "
                    + folder.path().toAbsolutePath() + ".");
            return new Running(database, measuring, site);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Measuring simulated(
            Options options, Folder folder, HikariDataSource database, TimeSource time, PrintStream out)
            throws IOException {
        List<SimulatedNode> nodes = SimulatedNodes.of(options.simulated(), options.seed());
        Past past = new Past(nodes, options.days(), options.every(), options.seed());
        Instant now = time.now();
        out.println(
                nodes.size() + " SIMULATED nodes: made-up models in this process. Use --node URL to measure your own.");
        if (isEmpty(database) && options.days() > 0) {
            out.println("The database is empty: simulating the " + options.days() + " days before now.");
            past.live(folder, database, now, day -> {
                if (day % 10 == 0) {
                    out.println("day " + day + " is over");
                }
            });
        }
        // Whatever was to change has changed in the past; without one it changes soon.
        Instant change = options.days() > 0 ? now : now.plus(Duration.ofDays(9));
        return past.measuring(new SimulatedFleet(nodes, time, change, now.toEpochMilli()));
    }

    private static boolean isEmpty(HikariDataSource database) {
        try (ResultStore store = ResultStore.jdbc(database)) {
            return store.count() == 0;
        }
    }

    private static Measuring real(Options options) {
        OpenAiHttpTransport.Builder transport = OpenAiHttpTransport.builder();
        Optional.ofNullable(System.getenv("OPENAI_API_KEY")).ifPresent(transport::bearerToken);
        return new Measuring(
                Steps.three(options.seed()),
                NodeDirectory.of(options.nodes().toArray(Node[]::new)),
                transport.build(),
                node -> Rate.free("USD"),
                options.every(),
                options.seed());
    }

    Site site() {
        return site;
    }

    /** Stops everything; what was measured is written down. */
    @Override
    public void close() {
        try (database) {
            site.close();
            measuring.transport().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The last of what was measured could not be written down.", e);
        }
    }
}
