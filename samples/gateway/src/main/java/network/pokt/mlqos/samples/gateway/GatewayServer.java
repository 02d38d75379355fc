package network.pokt.mlqos.samples.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The side that clients see, on the JDK's HttpServer with one thread per request. Bounds what a client may send and how long it
 * may take; the server's own clocks and bounds are properties of the JVM, see {@link #boundTheServer}.
 */
final class GatewayServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);

    private static final int MOST_BODY_BYTES = 4 << 20;
    private static final int THREADS = 512;
    private static final long STACK_BYTES = 512 << 10;
    private static final int IDLE_SECONDS = 10;
    private static final String MODELS = "/v1/models";

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Customers customers;
    private final Completions completions;
    private final NodeDirectory nodes;
    private final Metrics metrics;
    private final TimeSource time;

    private GatewayServer(
            HttpServer server, Customers customers, Completions completions, NodeDirectory nodes, Metrics metrics) {
        this.server = server;
        this.customers = customers;
        this.completions = completions;
        this.nodes = nodes;
        this.metrics = metrics;
        this.time = TimeSource.system();
        this.threads =
                new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "gateway", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Sets the bounds of the JDK's server where the JVM's owner has not; before the first server is made. */
    static void boundTheServer() {
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "30");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "300");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqHeaders", "64");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqHeaderSize", "16384");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxIdleConnections", "512");
        System.getProperties().putIfAbsent("jdk.httpserver.maxConnections", "2048");
        // Streams are many small pieces, which must not wait for each other.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    /** Starts to serve; port 0 takes a free one. */
    static GatewayServer start(
            InetSocketAddress address,
            Customers customers,
            Completions completions,
            NodeDirectory nodes,
            Metrics metrics)
            throws IOException {
        boundTheServer();
        GatewayServer gateway =
                new GatewayServer(HttpServer.create(address, 0), customers, completions, nodes, metrics);
        gateway.server.setExecutor(gateway.threads);
        gateway.server.createContext("/", gateway::serve);
        gateway.server.start();
        return gateway;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) {
        long begun = time.nanos();
        String path = exchange.getRequestURI().getPath();
        Reply reply = new Reply(exchange);
        String who = "unknown";
        try (exchange) {
            try {
                Customer customer = customers.of(exchange.getRequestHeaders().getFirst("Authorization"));
                who = customer.name();
                customer.take();
                answer(exchange, path, customer, reply);
            } catch (ApiException e) {
                reply.error(e);
            } catch (RuntimeException e) {
                log.error("A request of {} to {} met a defect.", who, path, e);
                reply.error(ApiException.internal());
            }
        } catch (IOException e) {
            log.debug("A client of {} hung up: {}", who, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            metrics.request(who, path, reply.status(), time.nanos() - begun);
        }
    }

    private void answer(HttpExchange exchange, String path, Customer customer, Reply reply)
            throws IOException, InterruptedException {
        switch (path) {
            case "/v1/chat/completions", "/v1/completions" -> {
                requireMethod(exchange, "POST");
                boolean chat = path.equals("/v1/chat/completions");
                completions.answer(customer, ClientRequest.read(body(exchange), chat), reply);
            }
            case MODELS -> {
                requireMethod(exchange, "GET");
                reply.send(200, "application/json", models());
            }
            default -> {
                if (!path.startsWith(MODELS + "/")) {
                    throw ApiException.invalid(404, "unknown_url", "Nothing is served at " + path + ".");
                }
                requireMethod(exchange, "GET");
                reply.send(200, "application/json", model(path.substring(MODELS.length() + 1)));
            }
        }
    }

    private static void requireMethod(HttpExchange exchange, String method) {
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            throw ApiException.invalid(405, "method_not_allowed", "This path takes " + method + " only.");
        }
    }

    /** Reads as much as is allowed even of a body that announces more: who is hung up on while sending sees no answer. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            throw ApiException.invalid(
                    413, "request_too_large", "A request may have " + MOST_BODY_BYTES + " bytes at most.");
        }
        return body;
    }

    /** Returns the models that are claimed now, and the name that takes any of them. */
    private NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        nodes.nodes().forEach(node -> node.model().ifPresent(names::add));
        names.add(ClientRequest.ANY_MODEL);
        return names;
    }

    private byte[] models() {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("object", "list");
        ArrayNode data = root.putArray("data");
        names().forEach(name -> data.add(describe(name)));
        return JsonMapper.shared().writeValueAsBytes(root);
    }

    private byte[] model(String name) {
        if (!names().contains(name)) {
            throw ApiException.noSuchModel(name);
        }
        return JsonMapper.shared().writeValueAsBytes(describe(name));
    }

    private static ObjectNode describe(String name) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", name)
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", "pocket");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
