package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.samples.leaderboardsite.api.Api;
import network.pokt.mlqos.samples.leaderboardsite.api.LedgerApi;
import network.pokt.mlqos.samples.leaderboardsite.page.Pages;
import network.pokt.mlqos.samples.leaderboardsite.web.AnswerCache;
import network.pokt.mlqos.samples.leaderboardsite.web.Routes;
import network.pokt.mlqos.samples.leaderboardsite.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A station with its web server, and the one thread that flushes, publishes and saves from time to time. */
final class Site implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private static final int FLUSH_SECONDS = 1;
    private static final int PUBLISH_SECONDS = 10;
    private static final int SAVE_SECONDS = 60;

    private final Station station;
    private final WebServer server;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "leaderboard-site-keeper");
        thread.setDaemon(true);
        return thread;
    });

    private Site(Station station, WebServer server) {
        this.station = station;
        this.server = server;
        every(FLUSH_SECONDS, station::flush);
        every(PUBLISH_SECONDS, station::publish);
        every(SAVE_SECONDS, station::save);
    }

    /** Work that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** What fails is tried again at the next turn. */
    private void every(int seconds, Work work) {
        ScheduledFuture<?> unused = keeper.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException e) {
                        LOG.warn("What was measured cannot be kept or shown now", e);
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    /** Serves what a station publishes, and closes it with itself. */
    static Site serve(Station station, Folder folder, Options options) throws IOException {
        AnswerCache cache = new AnswerCache(station::view);
        Api api = new Api(station::view, station.store());
        Pages pages = new Pages(station::view, station.book(), station.store(), station.publicKey());
        Routes routes = new Routes();
        pages.on(routes, cache);
        api.on(routes, cache);
        new LedgerApi(station::view, station.ledger(), folder.ledger(), station.publicKey()).on(routes);
        WebServer server = WebServer.start(
                new InetSocketAddress(options.host(), options.port()),
                routes,
                options.perSecond(),
                options.behindProxy(),
                (request, problem) -> request.isApi() ? api.problem(problem) : pages.problem(problem));
        return new Site(station, server);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
        keeper.shutdownNow();
        try {
            keeper.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        station.close();
    }
}
