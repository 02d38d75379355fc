package network.pokt.mlqos.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback address that says, byte by byte, what a script tells it to, right or wrong.
 *
 * <p>Each connection runs the script once on a thread of its own, of at most {@value #MAX_CONNECTIONS}; further connections are
 * closed at once. {@link #close()} ends all of them and rethrows what a script threw, other than the ends of connections.
 */
public final class ScriptedServer implements AutoCloseable {

    /** What happens on one connection; it is closed when the script returns. */
    @FunctionalInterface
    public interface Script {
        void run(ScriptedConnection connection) throws IOException;
    }

    /** More than any test opens at once. */
    public static final int MAX_CONNECTIONS = 512;

    private static final int BACKLOG = 512;

    private final ServerSocket listening;
    private final Script script;
    private final Set<ScriptedConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MAX_CONNECTIONS + 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), ScriptedServer::thread);

    private ScriptedServer(ServerSocket listening, Script script) {
        this.listening = listening;
        this.script = script;
    }

    /** Starts a server on a free port. */
    public static ScriptedServer start(Script script) {
        try {
            ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            ScriptedServer server = new ScriptedServer(socket, script);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that answers every request on every connection with the same bytes, and keeps connections. */
    public static ScriptedServer answering(byte[] message) {
        return start(connection -> {
            while (connection.request().isPresent()) {
                connection.send(message);
            }
        });
    }

    /** Returns where the server is reached, such as {@code http://127.0.0.1:43210}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Returns how many connections were accepted so far. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                begin(new ScriptedConnection(listening.accept()));
            } catch (IOException | RejectedExecutionException e) {
                if (!listening.isClosed()) {
                    failure.compareAndSet(null, e);
                }
            }
        }
    }

    private void begin(ScriptedConnection connection) throws IOException {
        connections.incrementAndGet();
        open.add(connection);
        if (listening.isClosed() || threads.getPoolSize() > MAX_CONNECTIONS) {
            open.remove(connection);
            connection.close();
        } else {
            threads.execute(() -> serve(connection));
        }
    }

    private void serve(ScriptedConnection connection) {
        try (connection) {
            script.run(connection);
        } catch (SocketException e) {
            // The client hung up in mid-sentence, which is what most of these tests are about.
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (ScriptedConnection connection : open) {
                connection.close();
            }
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("A script did not end when its connection was closed.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the server closed.", e);
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("A script failed.", thrown);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        return thread;
    }
}
