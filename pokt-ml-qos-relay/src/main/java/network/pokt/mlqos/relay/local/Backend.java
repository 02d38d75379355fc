package network.pokt.mlqos.relay.local;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.shannon.message.PoktHttpRequest;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayRequest;

/** The server that a local miner stands in front of. Thread-safe. */
final class Backend {

    /** Headers that belong to a connection, which the miner's own to its backend has of its own. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final Node node;
    private final OpenAiHttpTransport http;

    Backend(URI address, OpenAiHttpTransport http) {
        this.node = Node.builder(NodeId.external(address), address).build();
        this.http = http;
    }

    /** Passes a request on and hands the whole answer to {@code reply}. */
    void ask(PoktHttpRequest inner, MinerReply reply) {
        pass(inner, RelayListener.NONE, reply);
    }

    /** Passes a request on and hands the answer to {@code reply}, piece by piece if it is a stream. */
    void stream(PoktHttpRequest inner, MinerReply reply) {
        pass(inner, reply, reply);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the reply guards itself
    private void pass(PoktHttpRequest inner, RelayListener listener, MinerReply reply) {
        http.sendAsync(node, request(inner), listener).whenComplete((outcome, thrown) -> reply.end(outcome));
    }

    private static RelayRequest request(PoktHttpRequest inner) {
        URI url = URI.create(inner.url());
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        RelayRequest.Builder request =
                RelayRequest.builder(inner.method(), url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
        inner.headers().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.body(inner.body()).build();
    }
}
