package network.pokt.mlqos.signature;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.token.TokenizerException;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * Asks a node for what signatures and watches compare. Thread-safe.
 *
 * <p>Every call is one relay. What a node sends is bounded by the transport and the codec; whatever is unusable is a
 * {@link Probed.Failed}, never an exception.
 */
public final class NodeProbe {

    /** The most candidates that the documented interface gives. */
    private static final int CANDIDATES = 5;

    private static final int SUCCESS = 200;

    private final RelayTransport transport;
    private final Duration timeout;
    private final OpenAiCodec codec = OpenAiCodec.create();

    /**
     * Begins with a transport, which stays the caller's to close.
     *
     * @param timeout of each relay
     */
    public NodeProbe(RelayTransport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /** Returns the signature of the tokenizer that the node serves. */
    public Probed<TokenizerSignature> tokenizer(Node node) throws InterruptedException {
        return served(node, "/pokt/tokenizer", TokenizerSignature::of);
    }

    /** Returns the signature of the configuration that the node serves. */
    public Probed<ConfigSignature> config(Node node) throws InterruptedException {
        return served(node, "/pokt/config", ConfigSignature::of);
    }

    /** Returns the greedy text after a prompt. */
    public Probed<String> greedy(Node node, String prompt, int maxTokens) throws InterruptedException {
        return completion(
                node,
                CompletionRequest.of(modelOf(node), Prompt.text(prompt), parameters(maxTokens, 0)),
                a -> a.first().text());
    }

    /** Returns a text drawn at temperature 1 after a prompt. */
    public Probed<String> sampled(Node node, String prompt, int maxTokens, long seed) throws InterruptedException {
        SamplingParameters drawn = SamplingParameters.builder()
                .maxTokens(maxTokens)
                .temperature(1)
                .seed(seed)
                .build();
        return completion(
                node,
                CompletionRequest.of(modelOf(node), Prompt.text(prompt), drawn),
                a -> a.first().text());
    }

    /** Returns the candidates for the first token after a prompt; an answer without any is a fault. */
    public Probed<List<TokenLogprob.Candidate>> firstToken(Node node, String prompt) throws InterruptedException {
        CompletionRequest request = new CompletionRequest(
                modelOf(node), Prompt.text(prompt), parameters(1, 0), OptionalInt.of(CANDIDATES), false);
        return completion(node, request, answer -> {
            List<TokenLogprob> tokens = answer.first().logprobs();
            return tokens.isEmpty() ? List.of() : tokens.get(0).top();
        });
    }

    /** Returns the log-probabilities that the node gives to the tokens of a text, which it is made to read. */
    public Probed<List<TokenLogprob>> scored(Node node, String text) throws InterruptedException {
        return completion(
                node,
                CompletionRequest.echoing(modelOf(node), Prompt.text(text), parameters(0, 0), 1),
                answer -> answer.first().logprobs());
    }

    private static SamplingParameters parameters(int maxTokens, double temperature) {
        return SamplingParameters.builder()
                .maxTokens(maxTokens)
                .temperature(temperature)
                .build();
    }

    private static String modelOf(Node node) {
        return node.model()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Node " + node + " names no model, name one with Node.builder(...).model(...)."));
    }

    private <T> Probed<T> completion(Node node, CompletionRequest request, Function<CompletionAnswer, T> part)
            throws InterruptedException {
        RelayOutcome outcome = transport.send(node, codec.encode(request).withTimeout(timeout));
        if (!(outcome instanceof RelayResponse response)) {
            return failed(outcome);
        }
        Decoded<CompletionAnswer> decoded = codec.completion(response);
        if (decoded instanceof Decoded.Ok<CompletionAnswer> ok) {
            T value = part.apply(ok.answer());
            return value instanceof List<?> list && list.isEmpty()
                    ? unusable(response, "the answer lists no log-probabilities")
                    : new Probed.Answered<>(value);
        }
        return new Probed.Failed<>(((Decoded.Fault<CompletionAnswer>) decoded).failure());
    }

    private <T> Probed<T> served(Node node, String path, Function<byte[], T> reader) throws InterruptedException {
        RelayOutcome outcome = transport.send(node, RelayRequest.get(path).withTimeout(timeout));
        if (!(outcome instanceof RelayResponse response)) {
            return failed(outcome);
        }
        if (response.status() != SUCCESS) {
            return unusable(response, "the node answers " + path + " with status " + response.status());
        }
        if (response.body().size() > ServedFiles.MOST_BYTES) {
            return new Probed.Failed<>(RelayFailure.of(
                    FaultCause.OVERSIZED,
                    "the node answers " + path + " with " + response.body().size() + " bytes",
                    response.timing()));
        }
        try {
            return new Probed.Answered<>(reader.apply(response.body().toByteArray()));
        } catch (TokenizerException e) {
            return unusable(response, String.valueOf(e.getMessage()));
        }
    }

    private static <T> Probed<T> failed(RelayOutcome outcome) {
        return new Probed.Failed<>((RelayFailure) outcome);
    }

    private static <T> Probed<T> unusable(RelayResponse response, String detail) {
        return new Probed.Failed<>(
                RelayFailure.of(FaultCause.SCHEMA, detail, response.timing()).withStatus(response.status()));
    }
}
