package network.pokt.mlqos.samples.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The side that the gateway's owner sees, on a port of its own that only this machine reaches: nodes and metrics. */
final class AdminServer implements AutoCloseable {

    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "gateway-admin");
        thread.setDaemon(true);
        return thread;
    });
    private final AdminPage page;
    private final Metrics metrics;

    private AdminServer(HttpServer server, AdminPage page, Metrics metrics) {
        this.server = server;
        this.page = page;
        this.metrics = metrics;
    }

    /** Starts to serve; port 0 takes a free one. */
    static AdminServer start(int port, AdminPage page, Metrics metrics) throws IOException {
        GatewayServer.boundTheServer();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AdminServer admin = new AdminServer(server, page, metrics);
        server.setExecutor(admin.threads);
        server.createContext("/", admin::serve);
        server.start();
        return admin;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/admin");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = new Reply(exchange);
            reply.header("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
            reply.header("X-Content-Type-Options", "nosniff");
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /admin", "GET /" ->
                    reply.send(200, "text/html; charset=utf-8", page.render().getBytes(StandardCharsets.UTF_8));
                case "GET /admin.css" -> reply.send(200, "text/css; charset=utf-8", css());
                case "GET /metrics" -> reply.send(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
                default ->
                    reply.send(404, "text/plain", "There is /admin and /metrics.\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] css() throws IOException {
        try (InputStream in = AdminPage.class.getResourceAsStream("admin.css")) {
            if (in == null) {
                throw new IOException("This jar has no admin.css.");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
