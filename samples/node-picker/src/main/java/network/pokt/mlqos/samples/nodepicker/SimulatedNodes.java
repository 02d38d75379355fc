package network.pokt.mlqos.samples.nodepicker;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.lmeh.suite.Puzzle;
import network.pokt.mlqos.lmeh.suite.PuzzleFamily;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nodes that exist only here, as a transport: no socket, no model, and times that are written down instead of waited for. Each
 * is right in a stated share of the puzzles; what it answers follows from the question, so every run is the same. Thread-safe.
 */
final class SimulatedNodes implements RelayTransport {

    private static final int DIFFICULTY = 3;
    private static final Duration BETWEEN_TOKENS = Duration.ofMillis(5);

    private record Kind(String name, double skill, double failing, int firstTokenMs, Rate rate) {

        Node node() {
            return Node.at(URI.create("http://" + name + ".invalid"), name);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("simulated-strong", 0.95, 0, 300, Rate.perMillionTokens("USD", "1.00", "4.00")),
            new Kind("simulated-cheap", 0.85, 0, 250, Rate.perMillionTokens("USD", "0.05", "0.20")),
            new Kind("simulated-flaky", 0.90, 0.15, 250, Rate.perMillionTokens("USD", "0.05", "0.20")),
            new Kind("simulated-weak", 0.55, 0, 100, Rate.perMillionTokens("USD", "0.02", "0.08")),
            new Kind("simulated-slow", 0.95, 0, 1_500, Rate.perMillionTokens("USD", "0.02", "0.08")));

    private final JsonMapper json = new JsonMapper();
    private final TimeSource time = TimeSource.system();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<Node, Kind> kinds = new HashMap<>();

    /** Makes nodes that know the answers to the first {@code size} puzzles of a seed. */
    SimulatedNodes(PuzzleFamily family, long seed, int size) {
        for (int i = 0; i < size; i++) {
            Puzzle puzzle = family.puzzle(seed, i, DIFFICULTY);
            answers.put(puzzle.question(), puzzle.answer());
        }
        KINDS.forEach(kind -> kinds.put(kind.node(), kind));
    }

    NodeDirectory directory() {
        return NodeDirectory.of(KINDS.stream().map(Kind::node).toArray(Node[]::new));
    }

    Rate rate(Node node) {
        return kind(node).rate();
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        Kind kind = kind(node);
        String question = question(request);
        Random luck = new Random(31L * kind.name().hashCode() + question.hashCode());
        RelayTiming.Recorder clock = new RelayTiming.Recorder(time.now(), 0);
        long nanos = Math.round(kind.firstTokenMs() * 1e6 * Math.exp(0.2 * luck.nextGaussian()));
        if (luck.nextDouble() < kind.failing()) {
            return answered(500, "application/json", Payload.of("{\"error\": \"simulated\"}"), clock.finish(nanos));
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        clock.firstByte(nanos);
        for (String word : answer(kind, question, luck)) {
            byte[] event = event(word);
            stream.writeBytes(event);
            clock.chunk(nanos, event.length);
            nanos += BETWEEN_TOKENS.toNanos();
        }
        stream.writeBytes("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        return answered(200, "text/event-stream", Payload.of(stream.toByteArray()), clock.finish(nanos));
    }

    private static CompletableFuture<RelayOutcome> answered(int status, String type, Payload body, RelayTiming timing) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Content-Type", List.of(type), "X-Simulated", List.of("true")), (name, value) -> true);
        return CompletableFuture.completedFuture(new RelayResponse(status, headers, body, timing));
    }

    /** The question stands between its mark and the end of the last message. */
    private String question(RelayRequest request) {
        JsonNode messages = json.readTree(request.body().stream()).path("messages");
        String last = messages.path(messages.size() - 1).path("content").asString();
        return last.substring(last.lastIndexOf("Question: ") + "Question: ".length())
                .strip();
    }

    private List<String> answer(Kind kind, String question, Random luck) {
        String right = answers.getOrDefault(question, "unknown");
        return List.of("Answer:", " ", luck.nextDouble() < kind.skill() ? right : right + "7");
    }

    private byte[] event(String word) {
        ObjectNode event = json.createObjectNode().put("object", "chat.completion.chunk");
        ObjectNode choice = event.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta").put("content", word);
        return ("data: " + json.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private Kind kind(Node node) {
        Kind kind = kinds.get(node);
        if (kind == null) {
            throw new IllegalArgumentException("Node " + node + " is not simulated here.");
        }
        return kind;
    }

    @Override
    public void close() {
        // There is nothing to free.
    }
}
