package network.pokt.mlqos.lmeh.golden;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers each request as it was answered when the run was recorded, equal requests in the order of then. */
public final class RecordedTransport implements RelayTransport {

    private final Map<String, Deque<JsonNode>> answers = new HashMap<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    /**
     * Reads the exchanges of a run.
     *
     * @param apart whether requests with several prompts are taken for as many with one: documents share requests there, which
     *     they do not here
     */
    public RecordedTransport(GoldenRun run, boolean apart) {
        for (JsonNode exchange : run.exchanges()) {
            String path = exchange.get("path").asString();
            JsonNode request = exchange.get("request");
            JsonNode response = exchange.get("response");
            if (!apart) {
                add(path, request, response);
                continue;
            }
            for (int i = 0; i < request.get("prompt").size(); i++) {
                ObjectNode single = ((ObjectNode) request).deepCopy();
                single.putArray("prompt").add(request.get("prompt").get(i));
                add(path, single, choice(response, i));
            }
        }
    }

    private static JsonNode choice(JsonNode response, int index) {
        ObjectNode single = ((ObjectNode) response).deepCopy();
        ArrayNode choices = single.putArray("choices");
        for (JsonNode choice : response.get("choices")) {
            if (choice.get("index").asInt() == index) {
                choices.add(((ObjectNode) choice).deepCopy().put("index", 0));
            }
        }
        return single;
    }

    private void add(String path, JsonNode request, JsonNode response) {
        String key = path + " " + canonical(request);
        recorded.add(key);
        answers.computeIfAbsent(key, unused -> new ArrayDeque<>()).add(response);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        String key = request.path() + " "
                + canonical(JsonMapper.shared().readTree(request.body().utf8()));
        sent.add(key);
        Deque<JsonNode> known = answers.get(key);
        if (known == null) {
            return CompletableFuture.failedFuture(new AssertionError("never recorded: " + key));
        }
        JsonNode answer = known.size() > 1 ? known.poll() : known.peek();
        return CompletableFuture.completedFuture(new RelayResponse(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (a, b) -> true),
                Payload.of(answer.toString()),
                RelayTiming.none(Instant.EPOCH)));
    }

    /** Returns the requests that were recorded, in a form to compare. */
    public List<String> recorded() {
        return recorded;
    }

    /** Returns the requests that were sent, in a form to compare. */
    public List<String> sent() {
        return sent;
    }

    @Override
    public void close() {}

    /** Numbers by value, fields in any order. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(canonical(element)));
            return elements.toString();
        }
        return node.isNumber() ? number(node.decimalValue()) : node.toString();
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
