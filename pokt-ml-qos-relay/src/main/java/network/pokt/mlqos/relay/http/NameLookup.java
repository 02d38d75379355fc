package network.pokt.mlqos.relay.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import network.pokt.mlqos.time.TimeSource;

/**
 * Looks host names up on threads of its own before the client needs them.
 *
 * <p>The client looks them up on the threads that serve every answer, and a name whose server is silent blocks for seconds
 * there. The JVM remembers what is found here, for 30 seconds unless the host sets {@code networkaddress.cache.ttl}, so the
 * client's own lookup is then immediate. Thread-safe.
 */
final class NameLookup implements AutoCloseable {

    private static final int THREADS = 4;

    /** Well below the 30 seconds for which the JVM remembers a name. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    /** Nodes come and go; beyond this many names all are forgotten and found again. */
    private static final int MAX_NAMES = 10_000;

    /** What is returned for names that need no lookup. */
    static final CompletableFuture<Void> KNOWN = CompletableFuture.completedFuture(null);

    private final TimeSource time;
    private final ExecutorService threads = RelayThreads.start("pokt-ml-qos-names", THREADS);
    private final ConcurrentMap<String, Long> foundAt = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    NameLookup(TimeSource time) {
        this.time = time;
    }

    /** Returns {@link #KNOWN}, or a future that is done when {@code host} is found and fails if it is not. */
    CompletableFuture<Void> find(String host) {
        Long found = foundAt.get(host);
        boolean fresh = found != null && time.nanos() - found < FRESH.toNanos();
        if (fresh || isAddress(host)) {
            return KNOWN;
        }
        return underWay.computeIfAbsent(host, this::lookUp);
    }

    private static boolean isAddress(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private CompletableFuture<Void> lookUp(String host) {
        return CompletableFuture.runAsync(() -> ask(host), threads);
    }

    private void ask(String host) {
        try {
            InetAddress.getByName(host);
            if (foundAt.size() >= MAX_NAMES) {
                foundAt.clear();
            }
            foundAt.put(host, time.nanos());
        } catch (UnknownHostException e) {
            foundAt.remove(host);
            throw new CompletionException(e);
        } finally {
            underWay.remove(host);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
