package network.pokt.mlqos.evaluation;

import java.util.Optional;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** One ask as it is put to one node: the request, and how its answer is read. Immutable. */
public interface Exchange {

    /** Returns the request to send; sending it again asks the same. */
    RelayRequest request();

    /**
     * Returns the most tokens that this exchange can honestly be billed for, prompt and completion, to reserve a
     * budget.
     */
    Ceiling ceiling();

    /** Reads an answer of any status; every way in which it can be unusable is a fault with its cause. */
    Decoded<Answer> read(RelayResponse response);

    /**
     * The most tokens that can honestly be billed.
     *
     * @param promptTokens an upper bound of the prompt's tokens, at least 0
     * @param completionTokens an upper bound of the answer's tokens, at least 0
     */
    record Ceiling(long promptTokens, long completionTokens) {

        public Ceiling {
            if (promptTokens < 0 || completionTokens < 0) {
                throw new IllegalArgumentException("A ceiling cannot be negative, got " + promptTokens + " prompt and "
                        + completionTokens + " completion tokens.");
            }
        }
    }

    /**
     * A usable answer.
     *
     * @param reply the answer in the terms of the ask
     * @param usage the tokens that the node claims, if it claims any
     * @param delivery when the content arrived
     */
    record Answer(Reply reply, Optional<TokenUsage> usage, Delivery delivery) {}
}
