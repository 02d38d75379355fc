package network.pokt.mlqos.relay.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends relays straight to OpenAI-compatible servers over HTTP/1.1, with the JDK's client.
 *
 * <pre>{@code
 * try (RelayTransport transport = OpenAiHttpTransport.builder().bearerToken(key).build()) {
 *     RelayOutcome outcome = transport.send(node, RelayRequest.get("/v1/models"));
 * }
 * }</pre>
 *
 * <p>Redirects are never followed, compressed answers are never asked for and never inflated, and no cookie is kept. Bytes are
 * bounded while they arrive, and times as {@link Builder} says.
 *
 * <h2>Connections and resending</h2>
 *
 * <p>Connections are kept and used again. The JDK keeps an idle one for 1,200 s on 17 and 30 s from 20 on
 * ({@code jdk.httpclient.keepalive.timeout}, a property of the JVM that only its owner should set), while servers close idle
 * ones earlier, uvicorn after 5 s. The client notices such a close and does not use the connection again. If the close crosses
 * a request on the wire, the client resends GET and HEAD once by itself, and any request that failed to connect. Other
 * requests are sent once more only if the node cannot have read them whole, because the client never asked for their body or
 * could not write it; that is the smaller part of such cases. The rest end as {@link FaultCause#CONNECTION_LOST}, which is
 * retryable for whoever accepts that a relay may be paid twice.
 *
 * <h2>Threads</h2>
 *
 * <p>Futures and listeners are served on {@link Builder#threads} threads that all relays share: work that blocks them blocks
 * every relay. Host names are looked up elsewhere, so that a silent name server does not. Failures of the connection are
 * reported through the JVM's common pool. {@link #close} ends all of our threads. The client's one selector thread, a daemon,
 * ends with {@code close} from JDK 21 on; before that it ends after the next garbage collection.
 *
 * <p>Thread-safe.
 */
public final class OpenAiHttpTransport implements RelayTransport {

    private static final Logger log = LoggerFactory.getLogger(OpenAiHttpTransport.class);

    private final TimeSource time;
    private final HttpLimits limits;
    private final HttpRequests requests;
    private final ExecutorService threads;
    private final @Nullable NameLookup names;
    private final Watchdog watchdog;
    private volatile @Nullable HttpClient client;

    private OpenAiHttpTransport(Builder builder) {
        time = builder.time;
        limits = builder.limits();
        requests = new HttpRequests(Map.copyOf(builder.headers), builder.bearerToken);
        threads = RelayThreads.start("pokt-ml-qos-relay", builder.threads);
        names = builder.proxy == HttpClient.Builder.NO_PROXY ? new NameLookup(time) : null;
        watchdog = new Watchdog(time, threads);
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(builder.connectTimeout)
                .proxy(builder.proxy)
                .executor(threads);
        if (builder.sslContext != null) {
            http.sslContext(builder.sslContext);
        }
        client = http.build();
    }

    /** Returns a transport with the defaults of {@link Builder}: no credentials, no proxy. */
    public static OpenAiHttpTransport create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        boolean connectionIsSeen = !request.body().isEmpty();
        Flight flight = new Flight(time, limits, request.timeout(), connectionIsSeen, watchdog::forget);
        logEnd(flight, node, request);
        // In this order, so that close() either finds this flight or has taken the client away.
        watchdog.watch(flight);
        HttpClient open = client;
        if (open == null) {
            closed(flight);
        } else {
            launch(open, flight, node, request, listener);
        }
        return flight.outcome();
    }

    private void launch(HttpClient open, Flight flight, Node node, RelayRequest request, RelayListener listener) {
        try {
            HttpRequest http = requests.of(node, request, flight::connected);
            CompletableFuture<Void> known =
                    names == null ? NameLookup.KNOWN : names.find(http.uri().getHost());
            new Launch(open, http, flight, listener, limits).goWhen(known);
        } catch (IllegalArgumentException e) {
            flight.fail(FaultCause.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.debug("A relay could not be prepared.", e);
            flight.fail(
                    FaultCause.INTERNAL,
                    "The relay could not be prepared: " + e.getClass().getName() + ".");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // logging throws nothing
    private static void logEnd(Flight flight, Node node, RelayRequest request) {
        if (log.isDebugEnabled()) {
            flight.outcome().whenComplete((outcome, thrown) -> log.debug("{} {}: {}", node, request.path(), outcome));
        }
    }

    private static void closed(Flight flight) {
        flight.fail(FaultCause.CANCELLED, "The transport is closed.");
    }

    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        if (open == null) {
            return;
        }
        watchdog.inFlight().forEach(OpenAiHttpTransport::closed);
        if (names != null) {
            names.close();
        }
        ClientEnd.of(open);
        threads.shutdown();
    }

    /** Returns the limits only: no address and no secret. */
    @Override
    public String toString() {
        return "OpenAiHttpTransport" + limits;
    }

    /**
     * Collects the settings of a transport. Not thread-safe.
     *
     * <p>A relay runs against four clocks: connecting, waiting for the first byte, every silence after it, and the whole. They
     * strike up to 20 ms late.
     */
    public static final class Builder {

        private TimeSource time = TimeSource.system();
        private Duration connectTimeout = Duration.ofSeconds(10);
        private @Nullable Duration firstByteTimeout;
        private @Nullable Duration idleTimeout;
        private Duration totalTimeout = Duration.ofMinutes(10);
        private int maxBodyBytes = 64 * 1024 * 1024;
        private int maxHeaderBytes = 64 * 1024;
        private int threads = 2;
        private ProxySelector proxy = HttpClient.Builder.NO_PROXY;
        private @Nullable SSLContext sslContext;
        private Function<Node, Optional<String>> bearerToken = node -> Optional.empty();
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Builder() {}

        /** How long TCP and TLS may take, and before them the lookup of the name; 10 s unless set. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = positive("connect timeout", connectTimeout);
            return this;
        }

        /**
         * How long a node may think before its answer begins; unless set, as long as the whole relay may take, because an
         * answer that is not streamed begins when it is complete.
         *
         * <p>It counts from the moment the connection stands; for a request without a body, where the client does not tell
         * that moment, from the start and never less than the connect timeout.
         */
        public Builder firstByteTimeout(Duration firstByteTimeout) {
            this.firstByteTimeout = positive("first-byte timeout", firstByteTimeout);
            return this;
        }

        /** How long an answer that has begun may be silent; unless set, as long as the whole relay may take. */
        public Builder idleTimeout(Duration idleTimeout) {
            this.idleTimeout = positive("idle timeout", idleTimeout);
            return this;
        }

        /** How long a relay may take in all; 10 min unless set. The {@link RelayRequest#timeout()} of a relay can be shorter. */
        public Builder totalTimeout(Duration totalTimeout) {
            this.totalTimeout = positive("total timeout", totalTimeout);
            return this;
        }

        /** How long a body may be before it ends the relay as {@link FaultCause#OVERSIZED}; 64 MiB unless set. */
        public Builder maxBodyBytes(int maxBodyBytes) {
            this.maxBodyBytes = positive("limit of body bytes", maxBodyBytes);
            return this;
        }

        /**
         * How many bytes all header fields of an answer may have together; 64 KiB unless set. More than 384 KiB is refused by
         * the client itself unless the JVM's owner sets {@code jdk.http.maxHeaderSize}. The number of fields is limited to 512.
         */
        public Builder maxHeaderBytes(int maxHeaderBytes) {
            this.maxHeaderBytes = positive("limit of header bytes", maxHeaderBytes);
            return this;
        }

        /** Sends {@code Authorization: Bearer token} to every node. The token appears in no log and no message. */
        public Builder bearerToken(String token) {
            return bearerTokens(node -> Optional.of(token));
        }

        /** Sends each node the bearer token that {@code tokens} has for it, if any; it is asked for every relay. */
        public Builder bearerTokens(Function<Node, Optional<String>> tokens) {
            this.bearerToken = tokens;
            return this;
        }

        /** Sends this header with every relay, unless the relay has one of that name. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Goes through a proxy, whose time is then part of what is measured; unless set, straight to the node. */
        public Builder proxy(ProxySelector proxy) {
            this.proxy = proxy;
            return this;
        }

        /** Decides which certificates are trusted; the JVM's default unless set. */
        public Builder sslContext(SSLContext sslContext) {
            this.sslContext = sslContext;
            return this;
        }

        /** How many threads serve all answers; 2 unless set. More help only where listeners or followers of futures compute. */
        public Builder threads(int threads) {
            this.threads = positive("number of threads", threads);
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        public OpenAiHttpTransport build() {
            return new OpenAiHttpTransport(this);
        }

        private HttpLimits limits() {
            Duration firstByte = firstByteTimeout == null ? totalTimeout : firstByteTimeout;
            Duration idle = idleTimeout == null ? totalTimeout : idleTimeout;
            return HttpLimits.of(connectTimeout, firstByte, idle, totalTimeout, maxBodyBytes, maxHeaderBytes);
        }

        private static Duration positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("The " + name + " must be positive, got " + value + ".");
            }
            return value;
        }

        private static int positive(String name, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException("The " + name + " must be positive, got " + value + ".");
            }
            return value;
        }
    }
}
