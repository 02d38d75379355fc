package network.pokt.mlqos.relay.resilience;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;

/** A transport whose answers the test gives, one attempt after the other. */
final class ManualTransport implements RelayTransport {

    /** One attempt as it arrived here. */
    record Sent(Node node, RelayRequest request, RelayListener listener, CompletableFuture<RelayOutcome> future) {}

    final List<Sent> sent = new ArrayList<>();
    boolean closed;
    private final TimeSource time;

    ManualTransport(TimeSource time) {
        this.time = time;
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
        sent.add(new Sent(node, request, listener, future));
        return future;
    }

    Sent last() {
        return sent.get(sent.size() - 1);
    }

    /** Ends the last attempt with an answer of this status. */
    void answer(int status) {
        answer(status, Map.of());
    }

    void answer(int status, Map<String, List<String>> headers) {
        HttpHeaders fields = HttpHeaders.of(headers, (name, value) -> true);
        String body = status == 200 ? "fine" : "sorry";
        last().listener().onHead(status, fields);
        last().listener().onChunk(ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII)));
        last().future().complete(new RelayResponse(status, fields, Payload.of(body), RelayTiming.none(time.now())));
    }

    /** Ends the last attempt with this failure. */
    void fail(FaultCause cause) {
        last().future().complete(RelayFailure.of(cause, "As told.", RelayTiming.none(time.now())));
    }

    @Override
    public void close() {
        closed = true;
    }
}
