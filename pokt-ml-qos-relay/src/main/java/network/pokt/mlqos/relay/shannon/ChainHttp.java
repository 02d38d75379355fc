package network.pokt.mlqos.relay.shannon;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.shannon.message.MalformedMessageException;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets JSON from one full node, over the same bounded HTTP as relays. Thread-safe.
 *
 * <p>A full node answers in well under a second; a session of 50 suppliers has about 100 kB.
 */
final class ChainHttp implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;
    private static final int MAX_MESSAGE = 200;

    private final Node fullNode;
    private final OpenAiHttpTransport http;
    private final JsonMapper json = new JsonMapper();

    ChainHttp(URI address, OpenAiHttpTransport http) {
        this.fullNode = Node.builder(new NodeId(address.toString(), "full-node"), address)
                .build();
        this.http = http;
    }

    static OpenAiHttpTransport transport() {
        return OpenAiHttpTransport.builder()
                .connectTimeout(TIMEOUT)
                .totalTimeout(TIMEOUT)
                .maxBodyBytes(MAX_BODY_BYTES)
                .build();
    }

    /** Returns what {@code read} makes of the JSON at {@code path}; the future fails with {@link ChainException} only. */
    <T> CompletableFuture<T> get(String path, Function<JsonNode, T> read) {
        return http.sendAsync(fullNode, RelayRequest.get(path).withTimeout(TIMEOUT))
                .thenApply(outcome -> read(what(path), outcome, read));
    }

    private <T> T read(String what, RelayOutcome outcome, Function<JsonNode, T> read) {
        if (outcome instanceof RelayFailure failure) {
            throw ChainException.unavailable(
                    "The full node at " + fullNode.endpoint() + " did not answer " + what + ": " + failure);
        }
        RelayResponse response = (RelayResponse) outcome;
        try {
            JsonNode root = json.readTree(response.body().stream());
            if (response.status() != 200) {
                throw refusal(what, response.status(), root);
            }
            return read.apply(root);
        } catch (JacksonException | MalformedMessageException | IllegalArgumentException e) {
            throw ChainException.unavailable("The full node at " + fullNode.endpoint() + " answered " + what
                    + " with status " + response.status() + " and something else than expected: '"
                    + brief(String.valueOf(e.getMessage())) + "'.");
        }
    }

    /** A gateway of gRPC answers a no of the chain with a status and {@code google.rpc.Status}. */
    private ChainException refusal(String what, int status, JsonNode root) {
        return refusal(
                what, root.path("code").asInt(0), status, root.path("message").asString(""));
    }

    /**
     * Returns the exception for an answer that is no answer: a no of the chain if gRPC's code or the words say so, else a full
     * node in trouble.
     */
    ChainException refusal(String what, int code, int status, String message) {
        String text = "The full node at " + fullNode.endpoint() + " answered " + what + " with status " + status
                + " and code " + code + ": '" + brief(message) + "'.";
        return Refusals.areFinal(code, message.toLowerCase(Locale.ROOT))
                ? ChainException.refused(text)
                : ChainException.unavailable(text);
    }

    private static String brief(String message) {
        return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    }

    /** Leaves out the query, which may be long and is of no use to a reader. */
    private static String what(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    @Override
    public void close() {
        http.close();
    }

    @Override
    public String toString() {
        return fullNode.endpoint().toString();
    }
}
