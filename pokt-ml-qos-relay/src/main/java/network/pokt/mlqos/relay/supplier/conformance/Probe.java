package network.pokt.mlqos.relay.supplier.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one node, and counts how often. Not thread-safe. */
final class Probe {

    /** A sentence of which every model continues with more than one word. */
    static final String PROMPT = "Count: one, two, three, four,";

    private final RelayTransport transport;
    private final Node node;
    private final String model;
    private final Duration timeout;
    private final OpenAiCodec codec = OpenAiCodec.create();
    private int relays;

    Probe(RelayTransport transport, Node node, String model, Duration timeout) {
        this.transport = transport;
        this.node = node;
        this.model = model;
        this.timeout = timeout;
    }

    int relays() {
        return relays;
    }

    static SamplingParameters.Builder greedy(int maxTokens) {
        return SamplingParameters.builder().temperature(0).maxTokens(maxTokens);
    }

    RelayOutcome send(RelayRequest request) throws InterruptedException {
        relays++;
        return transport.send(node, request.withTimeout(timeout));
    }

    RelayOutcome post(String path, String body) throws InterruptedException {
        return send(RelayRequest.postJson(path, Payload.of(body)));
    }

    /** Returns the page at a path, if it is a JSON object of status 200. */
    Optional<JsonNode> page(String path) throws InterruptedException {
        return send(RelayRequest.get(path)) instanceof RelayResponse response && response.status() == 200
                ? json(response).filter(JsonNode::isObject)
                : Optional.empty();
    }

    static Optional<JsonNode> json(RelayResponse response) {
        try {
            return Optional.of(JsonMapper.shared().readTree(response.body().stream()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Decoded<CompletionAnswer> complete(SamplingParameters parameters, OptionalInt logprobs, boolean echo)
            throws InterruptedException {
        RelayOutcome outcome =
                send(codec.encode(new CompletionRequest(model, Prompt.text(PROMPT), parameters, logprobs, echo)));
        return outcome instanceof RelayResponse response
                ? codec.completion(response)
                : new Decoded.Fault<>((RelayFailure) outcome);
    }

    Decoded<ChatAnswer> chat(SamplingParameters parameters) throws InterruptedException {
        RelayOutcome outcome = send(codec.encode(ChatRequest.of(model, List.of(ChatMessage.user(PROMPT)), parameters)));
        return outcome instanceof RelayResponse response
                ? codec.chat(response)
                : new Decoded.Fault<>((RelayFailure) outcome);
    }

    /** Returns the status of an answer, also of one that the transport made a failure of; 0 if there was none. */
    static int status(RelayOutcome outcome) {
        return outcome instanceof RelayResponse response
                ? response.status()
                : ((RelayFailure) outcome).status().orElse(0);
    }

    /** Returns a cause without what the node said. */
    static String cause(Decoded.Fault<?> fault) {
        FaultCause cause = fault.failure().cause();
        return fault.failure().status().isPresent()
                ? cause + ", status " + fault.failure().status().getAsInt()
                : cause.toString();
    }
}
