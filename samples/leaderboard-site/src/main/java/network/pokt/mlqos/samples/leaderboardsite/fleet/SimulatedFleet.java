package network.pokt.mlqos.samples.leaderboardsite.fleet;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedNode.Behaviour;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Simulated nodes behind the library's own seam: they take OpenAI chat requests and stream answers, in the time of whatever clock
 * they are given. What a node says depends on the node and the prompt alone, as at temperature 0; how fast and whether at all is
 * chance. Thread-safe.
 */
public final class SimulatedFleet implements RelayTransport {

    private static final Duration ERROR_AFTER = Duration.ofMillis(35);

    private final Map<NodeId, SimulatedNode> nodes;
    private final NodeDirectory directory;
    private final TimeSource time;
    private final Instant change;
    private final JsonMapper json = new JsonMapper();
    private final SplittableRandom chance;
    private volatile boolean closed;

    /**
     * Begins a fleet.
     *
     * @param change from when on the nodes that change behave in their later way
     */
    public SimulatedFleet(List<SimulatedNode> nodes, TimeSource time, Instant change, long seed) {
        this.nodes = nodes.stream()
                .collect(Collectors.toMap(simulated -> simulated.node().id(), Function.identity()));
        this.directory =
                NodeDirectory.of(nodes.stream().map(SimulatedNode::node).toArray(Node[]::new));
        this.time = time;
        this.change = change;
        this.chance = new SplittableRandom(seed);
    }

    public NodeDirectory directory() {
        return directory;
    }

    /** Returns what a node charges. */
    public Rate rate(Node node) {
        SimulatedNode simulated = nodes.get(node.id());
        return simulated == null ? Rate.free("USD") : simulated.rate();
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        RelayTiming.Recorder timing = new RelayTiming.Recorder(time.now(), time.nanos());
        SimulatedNode simulated = nodes.get(node.id());
        if (closed || simulated == null) {
            FaultCause cause = closed ? FaultCause.CANCELLED : FaultCause.UNREACHABLE;
            return CompletableFuture.completedFuture(
                    RelayFailure.of(cause, "no simulated node answers", timing.finish(time.nanos())));
        }
        Behaviour behaviour = time.now().isBefore(change) ? simulated.now() : simulated.later();
        SplittableRandom luck = luck();
        Exchange exchange = new Exchange(listener, timing);
        if (luck.nextDouble() < behaviour.failing()) {
            time.schedule(ERROR_AFTER, () -> exchange.end(500, "{\"error\":{\"message\":\"simulated failure\"}}"));
        } else {
            answer(exchange, request, node, behaviour, luck);
        }
        return exchange.future;
    }

    private synchronized SplittableRandom luck() {
        return chance.split();
    }

    private void answer(
            Exchange exchange, RelayRequest request, Node node, Behaviour behaviour, SplittableRandom luck) {
        JsonNode asked = json.readTree(request.body().utf8());
        JsonNode messages = asked.path("messages");
        String prompt = messages.path(messages.size() - 1).path("content").asString("");
        String[] words = say(prompt, node, behaviour).split("(?<= )", -1);
        double pace = Math.exp(0.15 * (luck.nextDouble() + luck.nextDouble() + luck.nextDouble() - 1.5));
        Duration first = scaled(behaviour.firstToken(), pace);
        Duration total = first.plus(scaled(behaviour.perToken(), pace).multipliedBy(words.length - 1L));
        time.schedule(first, () -> exchange.chunk(event(words[0])));
        StringBuilder rest = new StringBuilder();
        for (int i = 1; i < words.length; i++) {
            rest.append(event(words[i]));
        }
        rest.append(end(prompt.split(" ", -1).length, words.length));
        time.schedule(total, () -> exchange.end(200, rest.toString()));
    }

    /** The way to a number, and the number, which is right as often as the node's model is able. */
    private static String say(String prompt, Node node, Behaviour behaviour) {
        SplittableRandom model = new SplittableRandom(31L * node.id().hashCode() + prompt.hashCode()).split();
        long right = Steps.solve(prompt);
        boolean knows = model.nextDouble() < behaviour.right(Steps.difficulty(prompt));
        long said = knows ? right : right + model.nextInt(1, 10);
        return "I take the numbers one by one, write down what comes out of each step, and so I get " + said;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }

    private static String event(String word) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + word
                + "\"},\"finish_reason\":null}]}\n\n";
    }

    private static String end(int promptTokens, int completionTokens) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":" + promptTokens + ",\"completion_tokens\":"
                + completionTokens + ",\"total_tokens\":" + (promptTokens + completionTokens)
                + "}}\n\ndata: [DONE]\n\n";
    }

    @Override
    public void close() {
        closed = true;
    }

    /** One relay under way. */
    private final class Exchange {

        private final CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
        private final StringBuilder body = new StringBuilder();
        private final RelayListener listener;
        private final RelayTiming.Recorder timing;

        Exchange(RelayListener listener, RelayTiming.Recorder timing) {
            this.listener = listener;
            this.timing = timing;
        }

        void chunk(String text) {
            if (!future.isDone()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                body.append(text);
                timing.chunk(time.nanos(), bytes.length);
                listener.onChunk(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
            }
        }

        void end(int status, String text) {
            chunk(text);
            String type = status == 200 ? "text/event-stream" : "application/json";
            future.complete(new RelayResponse(
                    status,
                    HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true),
                    Payload.of(body.toString()),
                    timing.finish(time.nanos())));
        }
    }
}
