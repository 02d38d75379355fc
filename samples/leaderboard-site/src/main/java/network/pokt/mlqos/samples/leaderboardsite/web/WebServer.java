package network.pokt.mlqos.samples.leaderboardsite.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves routes with the JDK's server on a bounded number of threads, to readers alone: GET and HEAD. For plain HTTP; put a proxy that
 * speaks TLS in front of it.
 */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** A client that sends slowly holds one for up to 20 s; a proxy in front spares them. */
    private static final int THREADS = 64;

    /** Requests that wait for a thread; a connection that finds the queue full is closed when its time is over. */
    private static final int WAITING = 512;

    private static final int BACKLOG = 512;
    private static final int MOST_TARGET = 2_048;

    /** Answers that may keep a thread for long, such as a whole ledger, and how many of them may be under way. */
    private static final int LARGE_BYTES = 1 << 20;

    private static final int MOST_LARGE = 4;

    /** Only our own files, no frames, no plug-ins, nothing inline. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Request NOTHING = new Request(List.of(), Map.of());

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Routes routes;
    private final RateLimit limit;
    private final boolean behindProxy;
    private final BiFunction<Request, HttpProblem, Response> problems;
    private final Semaphore large = new Semaphore(MOST_LARGE);

    private WebServer(
            HttpServer server,
            ThreadPoolExecutor threads,
            Routes routes,
            RateLimit limit,
            boolean behindProxy,
            BiFunction<Request, HttpProblem, Response> problems) {
        this.server = server;
        this.threads = threads;
        this.routes = routes;
        this.limit = limit;
        this.behindProxy = behindProxy;
        this.problems = problems;
    }

    /**
     * Starts serving.
     *
     * @param perSecond how many requests a second each address has
     * @param behindProxy whether a proxy that is trusted says who asks, in {@code X-Forwarded-For}
     * @param problems makes the answer of what went wrong
     */
    public static WebServer start(
            InetSocketAddress address,
            Routes routes,
            int perSecond,
            boolean behindProxy,
            BiFunction<Request, HttpProblem, Response> problems)
            throws IOException {
        boundTheServer();
        HttpServer server = HttpServer.create(address, BACKLOG);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "leaderboard-site-web");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        WebServer started = new WebServer(
                server, threads, routes, new RateLimit(perSecond, TimeSource.system()), behindProxy, problems);
        server.setExecutor(threads);
        server.createContext("/", started::serve);
        server.start();
        return started;
    }

    /** Sets the bounds of the JDK's server, which are properties of the JVM, where its owner has not. */
    private static void boundTheServer() {
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "20");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "120");
        System.getProperties().putIfAbsent("jdk.httpserver.maxConnections", "2048");
        // Head and body are written apart, and must not wait for each other.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    /** Returns the port at which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange, exchange.getResponseHeaders());
            boolean isLarge = response.body().length() >= LARGE_BYTES;
            if (isLarge && !large.tryAcquire()) {
                exchange.getResponseHeaders().set("Retry-After", "10");
                send(
                        exchange,
                        problems.apply(NOTHING, new HttpProblem(503, "Too many want this now, try again later.")));
                return;
            }
            try {
                send(exchange, response);
            } finally {
                if (isLarge) {
                    large.release();
                }
            }
        }
    }

    private void send(HttpExchange exchange, Response response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.type());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        if (response.status() == 200) {
            headers.set("ETag", '"' + response.etag() + '"');
            headers.set("Cache-Control", "no-cache");
            if (known(exchange.getRequestHeaders().get("If-None-Match"), response.etag())) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        } else {
            headers.set("Cache-Control", "no-store");
        }
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        long length = response.body().length();
        if (headOnly) {
            headers.set("Content-Length", Long.toString(length));
        }
        exchange.sendResponseHeaders(response.status(), headOnly || length == 0 ? -1 : length);
        if (!headOnly && length > 0) {
            response.body().writeTo(exchange.getResponseBody());
        }
    }

    private Response answer(HttpExchange exchange, Headers headers) {
        String target = exchange.getRequestURI().toString();
        Request request = NOTHING;
        try {
            if (target.length() > MOST_TARGET) {
                throw new HttpProblem(414, "An address has at most " + MOST_TARGET + " characters.");
            }
            request = Request.parse(target);
            if (request.isApi()) {
                headers.set("Access-Control-Allow-Origin", "*");
            }
            Optional<Long> wait = limit.take(whoAsks(exchange));
            if (wait.isPresent()) {
                headers.set("Retry-After", wait.get().toString());
                throw new HttpProblem(429, "Too many requests from your address, ask again in " + wait.get() + " s.");
            }
            if (!exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestMethod().equals("HEAD")) {
                headers.set("Allow", "GET, HEAD");
                headers.set("Connection", "close");
                throw new HttpProblem(405, "This site is for reading, use GET.");
            }
            return routes.answer(request);
        } catch (HttpProblem problem) {
            return problems.apply(request, problem);
        } catch (RuntimeException e) {
            LOG.warn("The request {} failed", target, e);
            return problems.apply(request, new HttpProblem(500, "This went wrong on our side, try again later."));
        }
    }

    private InetAddress whoAsks(HttpExchange exchange) {
        List<String> forwarded = exchange.getRequestHeaders().get("X-Forwarded-For");
        return Optional.ofNullable(behindProxy ? forwarded : null)
                .flatMap(Forwarded::last)
                .orElseGet(() -> exchange.getRemoteAddress().getAddress());
    }

    private static boolean known(@Nullable List<String> tags, String etag) {
        return tags != null
                && tags.stream()
                        .flatMap(line -> List.of(line.split(",")).stream())
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals('"' + etag + '"'));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
