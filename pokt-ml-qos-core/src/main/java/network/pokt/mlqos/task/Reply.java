package network.pokt.mlqos.task;

/** What a node said to an {@link Ask}, in the terms of the ask. */
public sealed interface Reply {

    /**
     * The answer to {@link Ask.Generate}.
     *
     * @param text the text, without hidden reasoning
     */
    record Generated(String text) implements Reply {}

    /**
     * The answer to {@link Ask.Loglikelihood} and {@link Ask.RollingLoglikelihood}.
     *
     * @param logprob the natural logarithm of the continuation's probability, at most 0 up to rounding
     * @param greedy whether each token of the continuation was the most probable one
     */
    record Likelihood(double logprob, boolean greedy) implements Reply {}
}
