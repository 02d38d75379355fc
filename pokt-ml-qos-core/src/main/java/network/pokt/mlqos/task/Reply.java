package network.pokt.mlqos.task;

import java.util.List;
import network.pokt.mlqos.inference.ChatMessage.ToolCall;

/** What a node said to an {@link Ask}, in the terms of the ask. */
public sealed interface Reply {

    /**
     * The answer to {@link Ask.Generate}.
     *
     * @param text the text, without hidden reasoning
     * @param toolCalls the tools that the model calls, in the node's own form for them
     */
    record Generated(String text, List<ToolCall> toolCalls) implements Reply {

        public Generated {
            toolCalls = List.copyOf(toolCalls);
        }

        /** Creates an answer of text alone. */
        public Generated(String text) {
            this(text, List.of());
        }
    }

    /**
     * The answer to {@link Ask.Loglikelihood}, {@link Ask.RollingLoglikelihood} and {@link Ask.TokenLoglikelihood}.
     *
     * @param logprob the natural logarithm of the continuation's probability, at most 0 up to rounding
     * @param greedy whether each token of the continuation was the most probable one
     */
    record Likelihood(double logprob, boolean greedy) implements Reply {}

    /**
     * The answer to {@link Ask.Batch}.
     *
     * @param replies one per ask, in their order
     */
    record Batch(List<Reply> replies) implements Reply {

        public Batch {
            replies = List.copyOf(replies);
        }
    }
}
