package network.pokt.mlqos.relay.gateway;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends relays through a gateway in the style of PATH, named by the node's endpoint.
 *
 * <pre>{@code
 * URI gateway = URI.create("https://gateway.example/v1");
 * try (GatewayTransport transport = GatewayTransport.create()) {
 *     Node node = GatewayTransport.supplier(gateway, "llm", "pokt1...").model("model").build();
 *     RelayOutcome outcome = transport.send(node, request);
 *     GatewayReport report = GatewayReport.of((RelayResponse) outcome);
 * }
 * }</pre>
 *
 * <p>A node is either a supplier behind the gateway, which PATH is asked for with {@code Target-Suppliers}, or the gateway with
 * whatever supplier it chooses. Where the gateway says that another supplier than the one asked for has answered, the relay fails
 * with {@link FaultCause#SESSION_REFUSED} and nothing of the answer is shown: it says nothing about the node. Where it does not
 * say who answered, the answer stands and {@link GatewayReport#supplier()} is empty, unless
 * {@link Builder#onlyConfirmed} asks for more. What cannot be known through a gateway at all is listed at
 * {@link GatewayReport}.
 *
 * <p>Thread-safe. Closing it closes the HTTP transport that it was given.
 */
public final class GatewayTransport implements RelayTransport {

    private final OpenAiHttpTransport http;
    private final @Nullable String application;
    private final boolean onlyConfirmed;

    private GatewayTransport(Builder builder) {
        http = builder.http == null ? OpenAiHttpTransport.create() : builder.http;
        application = builder.application;
        onlyConfirmed = builder.onlyConfirmed;
    }

    /** Returns a transport with the defaults: no credentials, the gateway's own application, unconfirmed answers stand. */
    public static GatewayTransport create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Begins the node that is one supplier of a service behind a gateway. */
    public static Node.Builder supplier(URI gateway, String service, String supplierAddress) {
        return Node.builder(new NodeId(supplierAddress, service), gateway);
    }

    /** Begins the node that is a gateway with the suppliers of its own choice. */
    public static Node.Builder anySupplier(URI gateway, String service) {
        return Node.builder(new NodeId(anySupplierOf(gateway), service), gateway);
    }

    private static String anySupplierOf(URI gateway) {
        return NodeId.external(gateway).supplier();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the action ends the future, whatever happens
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        boolean pinned = !node.id().supplier().equals(anySupplierOf(node.endpoint()));
        HeadGuard guard = new HeadGuard(pinned ? node.id().supplier() : null, onlyConfirmed, listener);
        CompletableFuture<RelayOutcome> underWay = http.sendAsync(node, addressed(node, request, pinned), guard);
        RelayFuture outcome = new RelayFuture();
        outcome.attach(underWay);
        underWay.whenComplete((reply, thrown) -> {
            if (reply != null) {
                outcome.complete(guard.judge(reply));
            }
        });
        return outcome;
    }

    /** Adds what the gateway wants to know, where the request does not say it itself. */
    private RelayRequest addressed(Node node, RelayRequest request, boolean pinned) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(GatewayHeaders.TARGET_SERVICE_ID, List.of(node.id().service()));
        if (application != null) {
            headers.put(GatewayHeaders.APP_ADDRESS, List.of(application));
        }
        if (pinned) {
            headers.put(GatewayHeaders.TARGET_SUPPLIERS, List.of(node.id().supplier()));
        }
        request.headers().map().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
        return new RelayRequest(request.method(), request.path(), all, request.body(), request.timeout());
    }

    @Override
    public void close() {
        http.close();
    }

    /** Returns the application only: no credentials. */
    @Override
    public String toString() {
        return "GatewayTransport[" + (application == null ? "gateway's application" : application) + "]";
    }

    /** Looks at the head before the caller's listener does, and lets nothing through that another supplier sent. */
    private static final class HeadGuard implements RelayListener {

        private final @Nullable String expected;
        private final boolean onlyConfirmed;
        private final RelayListener listener;
        private @Nullable String refusal;

        HeadGuard(@Nullable String expected, boolean onlyConfirmed, RelayListener listener) {
            this.expected = expected;
            this.onlyConfirmed = onlyConfirmed;
            this.listener = listener;
        }

        @Override
        public void onHead(int status, HttpHeaders headers) {
            String served = GatewayReport.of(headers).supplier().orElse(null);
            boolean success = status >= 200 && status < 300;
            if (expected != null && served != null && !served.equals(expected)) {
                refusal = "The gateway had another supplier answer than the one asked for.";
            } else if (onlyConfirmed && served == null && success) {
                refusal = "The gateway does not say which supplier answered.";
            }
            if (refusal != null) {
                // To throw is to end the relay on the wire; judge() then says why.
                throw new IllegalStateException(refusal);
            }
            listener.onHead(status, headers);
        }

        @Override
        public void onChunk(ByteBuffer chunk) {
            listener.onChunk(chunk);
        }

        RelayOutcome judge(RelayOutcome reply) {
            return refusal == null ? reply : RelayFailure.of(FaultCause.SESSION_REFUSED, refusal, reply.timing());
        }
    }

    /** Collects the settings of a transport. Not thread-safe. */
    public static final class Builder {

        private @Nullable OpenAiHttpTransport http;
        private @Nullable String application;
        private boolean onlyConfirmed;

        private Builder() {}

        /** Sends through this transport, with its credentials, limits and timeouts; one with the defaults unless set. */
        public Builder http(OpenAiHttpTransport http) {
            this.http = http;
            return this;
        }

        /** Has this application pay, where the gateway serves several; the gateway decides unless set. */
        public Builder application(String address) {
            this.application = address;
            return this;
        }

        /** Refuses successful answers of which the gateway does not say which supplier sent them; they stand unless set. */
        public Builder onlyConfirmed(boolean onlyConfirmed) {
            this.onlyConfirmed = onlyConfirmed;
            return this;
        }

        public GatewayTransport build() {
            return new GatewayTransport(this);
        }
    }
}
