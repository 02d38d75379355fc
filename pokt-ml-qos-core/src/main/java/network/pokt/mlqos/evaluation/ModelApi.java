package network.pokt.mlqos.evaluation;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;

/**
 * How a model is spoken to: turns what a task asks into one request on the wire, and the answer on the wire into a
 * reply.
 *
 * <p>This is where a tokenizer, a context length and an interface (completions or chat) come in, as
 * lm-evaluation-harness's {@code LM} classes do. Implementations are immutable and thread-safe.
 */
public interface ModelApi {

    /** Begins an interface over {@code /v1/completions}, which carries texts and log-likelihoods. */
    static CompletionsApi.Builder completions() {
        return new CompletionsApi.Builder();
    }

    /** Begins an interface over {@code /v1/chat/completions}, which carries conversations and texts. */
    static ChatApi.Builder chat() {
        return new ChatApi.Builder();
    }

    /**
     * Returns how the asks of one sample are spread over relays, each with one by default.
     *
     * @throws UnsupportedAskException if this interface cannot carry such asks
     */
    default Relays relays(List<Ask> asks, Node node) {
        return Relays.oneEach(asks);
    }

    /**
     * Returns how {@code ask}, one of {@link #relays}, is put to {@code node}.
     *
     * @throws UnsupportedAskException if this interface cannot carry such an ask, such as a log-likelihood over chat
     * @throws IllegalArgumentException if neither the node nor this interface names a model
     */
    Exchange exchange(Ask ask, Node node);

    /**
     * Returns what finds out whether {@code node} can be asked for log-likelihoods this way, before any is; empty if this
     * interface does not ask for them.
     */
    default Optional<LikelihoodProbe> likelihoodProbe(Node node) {
        return Optional.empty();
    }

    /** Returns a text that changes whenever a request would: interface, tokenizer, lengths, seed. */
    String fingerprint();
}
