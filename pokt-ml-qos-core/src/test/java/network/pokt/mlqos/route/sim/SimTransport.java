package network.pokt.mlqos.route.sim;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
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

/**
 * Carries requests to simulated nodes. A request's body is {@code prompt output luck}, an answer's {@code right claimed}: whether
 * it is right and how many tokens are billed. The first token is one chunk, all others are a second.
 */
final class SimTransport implements RelayTransport {

    private static final byte[] TOKEN = {' '};

    private final Map<NodeId, SimNode> nodes;
    private final TimeSource time;

    SimTransport(Map<NodeId, SimNode> nodes, TimeSource time) {
        this.nodes = nodes;
        this.time = time;
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node to, RelayRequest request, RelayListener listener) {
        SimNode node = nodes.get(to.id());
        RelayTiming.Recorder timing = new RelayTiming.Recorder(time.now(), time.nanos());
        CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
        if (node.fault(Fault.Kind.DOWN, 0) > 0) {
            after(0.02, () -> fail(future, FaultCause.UNREACHABLE, timing));
        } else if (node.fault(Fault.Kind.ERRORS, 0) > node.draw()) {
            after(0.05, () -> fail(future, FaultCause.SERVER_ERROR, timing));
        } else if (node.fault(Fault.Kind.LIMITED, 0) > node.draw()) {
            after(0.02, () -> future.complete(response(429, "", Map.of("Retry-After", List.of("2")), timing)));
        } else if (node.fault(Fault.Kind.SILENT, 0) == 0) {
            serve(node, request.body().utf8().split(" "), listener, timing, future);
        }
        TimeSource.Scheduled end =
                time.schedule(request.timeout(), () -> fail(future, FaultCause.TOTAL_TIMEOUT, timing));
        future.whenComplete((outcome, error) -> end.cancel());
        return future;
    }

    private void serve(
            SimNode node,
            String[] cells,
            RelayListener listener,
            RelayTiming.Recorder timing,
            CompletableFuture<RelayOutcome> future) {
        double prompt = Double.parseDouble(cells[0]);
        double output = Double.parseDouble(cells[1]);
        boolean right = Double.parseDouble(cells[2]) < node.accuracy();
        long claimed = Math.round(output * node.fault(Fault.Kind.PADDED, 1));
        boolean cut = node.fault(Fault.Kind.CUT, 0) > node.draw();
        SimNode.Job job = new SimNode.Job(
                prompt,
                cut ? output / 2 : output,
                () -> {
                    if (!future.isDone()) {
                        timing.chunk(time.nanos(), 1);
                        listener.onChunk(ByteBuffer.wrap(TOKEN));
                    }
                },
                () -> {
                    if (cut) {
                        fail(future, FaultCause.STREAM_CUT, timing);
                    } else {
                        future.complete(response(200, (right ? "1 " : "0 ") + claimed, Map.of(), timing));
                    }
                });
        node.serve(job);
        future.whenComplete((outcome, error) -> node.drop(job));
    }

    private RelayResponse response(
            int status, String body, Map<String, List<String>> headers, RelayTiming.Recorder timing) {
        return new RelayResponse(
                status, HttpHeaders.of(headers, (n, v) -> true), Payload.of(body), timing.finish(time.nanos()));
    }

    private void fail(CompletableFuture<RelayOutcome> future, FaultCause cause, RelayTiming.Recorder timing) {
        if (!future.isDone()) {
            future.complete(RelayFailure.of(cause, "simulated", timing.finish(time.nanos())));
        }
    }

    private void after(double seconds, Runnable action) {
        time.schedule(Duration.ofNanos((long) (seconds * 1e9)), action);
    }

    @Override
    public void close() {}
}
