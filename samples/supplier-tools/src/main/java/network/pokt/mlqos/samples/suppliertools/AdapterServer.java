package network.pokt.mlqos.samples.suppliertools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.OptionalLong;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.relay.supplier.adapter.AdapterRequest;
import network.pokt.mlqos.relay.supplier.adapter.AnswerHead;
import network.pokt.mlqos.relay.supplier.adapter.AnswerSink;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;

/**
 * An endpoint adapter behind the JDK's HttpServer, one thread per connection that is being served. Meant to stand behind a relay
 * miner, not bare on the internet.
 *
 * <p>The server's own clocks and bounds are properties of the JVM, which {@link #boundTheServer} sets before the first server is
 * made: a client has 30 s to send its request, an answer may take 15 min, and 4,096 connections may be open.
 */
public final class AdapterServer implements AutoCloseable {

    /** As many connections are served at once; a thread has a stack of 256 KiB. */
    private static final int THREADS = 1_200;

    private static final long STACK_BYTES = 256 << 10;
    private static final int BACKLOG = 1_024;
    private static final int IDLE_SECONDS = 10;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final EndpointAdapter adapter;

    private AdapterServer(HttpServer server, ThreadPoolExecutor threads, EndpointAdapter adapter) {
        this.server = server;
        this.threads = threads;
        this.adapter = adapter;
    }

    /** Sets the bounds of the JDK's server where the JVM's owner has not. */
    static void boundTheServer() {
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "30");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "900");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxIdleConnections", "1024");
        System.getProperties().putIfAbsent("jdk.httpserver.maxConnections", "4096");
        // Streams are many small pieces, which must not wait for each other.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    /** Starts a server for an adapter, which it closes with itself; port 0 takes a free one. */
    public static AdapterServer start(EndpointAdapter adapter, InetSocketAddress address) throws IOException {
        boundTheServer();
        HttpServer server = HttpServer.create(address, BACKLOG);
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "endpoint-adapter", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        AdapterServer started = new AdapterServer(server, threads, adapter);
        // A connection that finds all threads taken is left alone, and closed when its time for a request is over.
        server.setExecutor(threads);
        server.createContext("/", started::serve);
        server.start();
        return started;
    }

    /** Returns the port at which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        try (exchange) {
            AdapterRequest request = new AdapterRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length)),
                    exchange.getRequestBody());
            adapter.handle(request, new ExchangeSink(exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record ExchangeSink(HttpExchange exchange) implements AnswerSink {

        @Override
        public void head(AnswerHead head) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", head.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            head.retryAfter()
                    .ifPresent(
                            time -> exchange.getResponseHeaders().set("Retry-After", Long.toString(time.toSeconds())));
            if (head.status() >= 400) {
                // What is left of a refused body is not worth reading.
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(head.status(), head.length().orElse(0));
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            OutputStream out = exchange.getResponseBody();
            out.write(bytes);
            out.flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        adapter.close();
    }
}
