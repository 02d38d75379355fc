package network.pokt.mlqos.route;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;

/** Nodes that answer as they are told, piece by piece, on virtual time; keeps book of whom was asked what. */
final class Stage implements RelayTransport {

    /** What a node does with one relay. */
    record Act(int status, Map<String, List<String>> headers, List<Piece> pieces, FaultCause fault) {

        static Act status(int status) {
            return new Act(status, Map.of(), List.of(new Piece(Duration.ofMillis(10), "")), null);
        }

        static Act fails(FaultCause cause, Duration after) {
            return new Act(0, Map.of(), List.of(new Piece(after, "")), cause);
        }

        /** A stream that breaks off after what it has. */
        Act thenCut() {
            return new Act(status, headers, pieces, FaultCause.STREAM_CUT);
        }

        Act header(String name, String value) {
            return new Act(status, Map.of(name, List.of(value)), pieces, fault);
        }

        /** A streamed chat: the first word after {@code first}, the others after {@code each}. */
        static Act streams(Duration first, Duration each, String... words) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(new Piece(Duration.ZERO, event("{\"role\":\"assistant\",\"content\":\"\"}", null)));
            for (int i = 0; i < words.length; i++) {
                pieces.add(new Piece(i == 0 ? first : each, event("{\"content\":\"" + words[i] + "\"}", null)));
            }
            pieces.add(new Piece(Duration.ZERO, event("{}", "stop") + "data: [DONE]\n\n"));
            return new Act(200, Map.of("Content-Type", List.of("text/event-stream")), pieces, null);
        }

        /** Leaves out how the stream ends. */
        Act withoutEnd() {
            return new Act(status, headers, pieces.subList(0, pieces.size() - 1), fault);
        }

        static Act says(String text) {
            String body =
                    "{\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                            + text
                            + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";
            return new Act(
                    200,
                    Map.of("Content-Type", List.of("application/json")),
                    List.of(new Piece(Duration.ofMillis(500), body)),
                    null);
        }

        private static String event(String delta, String reason) {
            return "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":"
                    + (reason == null ? "null" : "\"" + reason + "\"") + "}]}\n\n";
        }
    }

    record Piece(Duration after, String bytes) {}

    final VirtualTime time = new VirtualTime();
    final List<NodeId> asked = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    final List<NodeId> cancelled = new ArrayList<>();
    private final Map<NodeId, Function<Integer, Act>> scripts = new HashMap<>();
    private final Map<NodeId, Integer> times = new HashMap<>();

    static Node node(String name, String operator) {
        URI uri = URI.create("http://" + name + ":8000");
        return Node.builder(new NodeId(name, "svc"), uri)
                .operator(operator)
                .model("m")
                .build();
    }

    Stage on(Node node, Act act) {
        return on(node, time -> act);
    }

    Stage on(Node node, Function<Integer, Act> script) {
        scripts.put(node.id(), script);
        return this;
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        asked.add(node.id());
        bodies.add(request.body().utf8());
        Act act = scripts.get(node.id()).apply(times.merge(node.id(), 1, Integer::sum));
        RelayTiming.Recorder timing = new RelayTiming.Recorder(time.now(), time.nanos());
        CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
        long at = 0;
        StringBuilder body = new StringBuilder();
        for (Piece piece : act.pieces()) {
            at += piece.after().toNanos();
            time.schedule(Duration.ofNanos(at), () -> {
                if (!future.isDone() && !piece.bytes().isEmpty()) {
                    byte[] bytes = piece.bytes().getBytes(StandardCharsets.UTF_8);
                    body.append(piece.bytes());
                    timing.chunk(time.nanos(), bytes.length);
                    listener.onChunk(ByteBuffer.wrap(bytes));
                }
            });
        }
        Duration total = Duration.ofNanos(at);
        boolean late = total.compareTo(request.timeout()) > 0;
        time.schedule(late ? request.timeout() : total, () -> {
            RelayTiming finished = timing.finish(time.nanos());
            if (late || act.fault() != null) {
                FaultCause cause = late ? FaultCause.TOTAL_TIMEOUT : act.fault();
                future.complete(RelayFailure.of(cause, "as told", finished));
            } else {
                future.complete(new RelayResponse(
                        act.status(),
                        HttpHeaders.of(act.headers(), (name, value) -> true),
                        Payload.of(body.toString()),
                        finished));
            }
        });
        future.whenComplete((outcome, error) -> {
            if (future.isCancelled()) {
                cancelled.add(node.id());
            }
        });
        return future;
    }

    @Override
    public void close() {}
}
