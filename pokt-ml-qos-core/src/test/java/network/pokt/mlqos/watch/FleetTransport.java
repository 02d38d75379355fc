package network.pokt.mlqos.watch;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;

/** Nodes that answer the number of a sample, or a wrong one, after a second of the given time. */
final class FleetTransport implements RelayTransport {

    record Sent(Node node, int item) {}

    final List<Sent> sent = new ArrayList<>();
    int cancelled;
    private final TimeSource time;
    private final BiFunction<Node, Integer, Boolean> right;

    FleetTransport(TimeSource time, BiFunction<Node, Integer, Boolean> right) {
        this.time = time;
        this.right = right;
    }

    List<Integer> itemsOf(Node node) {
        return sent.stream()
                .filter(relay -> relay.node().equals(node))
                .map(Sent::item)
                .toList();
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        String text = request.body().utf8();
        int item = Integer.parseInt(text.substring(0, text.indexOf('/')));
        sent.add(new Sent(node, item));
        RelayTiming.Recorder timing = new RelayTiming.Recorder(time.now(), time.nanos());
        CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
        future.whenComplete((outcome, error) -> cancelled += future.isCancelled() ? 1 : 0);
        String answer = Integer.toString(right.apply(node, item) ? item : -1);
        time.schedule(
                Duration.ofSeconds(1),
                () -> future.complete(new RelayResponse(
                        200,
                        HttpHeaders.of(Map.of(), (name, value) -> true),
                        Payload.of(answer),
                        timing.finish(time.nanos()))));
        return future;
    }

    @Override
    public void close() {}
}
