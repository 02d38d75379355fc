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
import java.util.stream.Collectors;
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

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    /**
     * Reads the exchanges of a run.
     *
     * @param apart whether requests with several prompts are taken for as many with one: documents share requests there, which
     *     they do not here
     */
    public RecordedTransport(GoldenRun run, boolean apart) {
        for (GoldenRun.Exchange exchange : run.exchanges()) {
            if (!apart) {
                add(exchange.path(), exchange.request(), exchange.response());
                continue;
            }
            JsonNode response = JsonMapper.shared().readTree(exchange.response());
            for (int i = 0; i < exchange.request().get("prompt").size(); i++) {
                ObjectNode single = ((ObjectNode) exchange.request()).deepCopy();
                single.putArray("prompt").add(exchange.request().get("prompt").get(i));
                add(exchange.path(), single, choice(response, i).toString());
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

    private void add(String path, JsonNode request, String response) {
        String key = path + " " + canonical(request);
        recorded.add(key);
        answers.computeIfAbsent(key, unused -> new ArrayDeque<>()).add(response);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        String key = request.path() + " "
                + canonical(JsonMapper.shared().readTree(request.body().utf8()));
        sent.add(key);
        Deque<String> known = answers.get(key);
        if (known == null) {
            return CompletableFuture.failedFuture(new AssertionError("never recorded: " + key));
        }
        String answer = known.size() > 1 ? known.poll() : known.peek();
        return CompletableFuture.completedFuture(new RelayResponse(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (a, b) -> true),
                Payload.of(answer),
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
        StringBuilder canonical = new StringBuilder();
        append(node, canonical);
        return canonical.toString();
    }

    private static void append(JsonNode node, StringBuilder canonical) {
        if (node.isObject()) {
            canonical.append('{');
            new TreeMap<>(node.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .forEach((name, value) -> {
                        canonical.append(name).append('=');
                        append(value, canonical);
                        canonical.append(", ");
                    });
            canonical.append('}');
        } else if (node.isArray()) {
            canonical.append('[');
            node.forEach(element -> {
                append(element, canonical);
                canonical.append(", ");
            });
            canonical.append(']');
        } else if (node.isInt()) {
            canonical.append(node.intValue());
        } else {
            canonical.append(node.isNumber() ? number(node.decimalValue()) : node.toString());
        }
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
