package network.pokt.mlqos.inference;

import java.util.List;
import java.util.Optional;

/**
 * A well-formed answer to a {@link ChatRequest}.
 *
 * @param model the model name that the node states, empty if it states none
 * @param choices the answers in the order of their index, at least one
 * @param usage the tokens that the node claims, if it claims any
 * @param delivery when the content arrived
 */
public record ChatAnswer(String model, List<Choice> choices, Optional<TokenUsage> usage, Delivery delivery) {

    public ChatAnswer {
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
     * @param content what is said; empty for an answer that only calls tools
     * @param reasoning what the model thought aloud in a field of its own ({@code reasoning} or {@code reasoning_content})
     * @param toolCalls the tools that it calls
     * @param logprobs one entry per token of the answer, empty if not asked for
     * @param finishReason why it ended, if told
     */
    public record Choice(
            int index,
            String content,
            Optional<String> reasoning,
            List<ChatMessage.ToolCall> toolCalls,
            List<TokenLogprob> logprobs,
            Optional<FinishReason> finishReason) {

        public Choice {
            toolCalls = List.copyOf(toolCalls);
            logprobs = List.copyOf(logprobs);
        }
    }
}
