package network.pokt.mlqos.inference;

import java.util.List;
import java.util.Optional;

/**
 * A well-formed answer to a {@link CompletionRequest}.
 *
 * @param model the model name that the node states, empty if it states none
 * @param choices the answers in the order of their index, at least one
 * @param usage the tokens that the node claims, if it claims any
 * @param delivery when the content arrived
 */
public record CompletionAnswer(String model, List<Choice> choices, Optional<TokenUsage> usage, Delivery delivery) {

    public CompletionAnswer {
        choices = List.copyOf(choices);
    }

    /** Returns the first choice. */
    public Choice first() {
        return choices.get(0);
    }

    /**
     * One of the answers.
     *
     * @param index its place among the answers
     * @param text the text, with the prompt before it if it was echoed
     * @param logprobs one entry per token of {@code text}, empty if not asked for
     * @param finishReason why it ended, if told
     */
    public record Choice(int index, String text, List<TokenLogprob> logprobs, Optional<FinishReason> finishReason) {

        public Choice {
            logprobs = List.copyOf(logprobs);
        }
    }
}
