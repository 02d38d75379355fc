package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.transport.RelayFailure;

/** What a {@link LikelihoodProbe} found out about a node. */
public sealed interface LikelihoodFinding {

    /** The node reads a prompt's tokens as they are meant, and says how probable each of them is. */
    record Able() implements LikelihoodFinding {}

    /**
     * Log-likelihoods of this node would be noise.
     *
     * @param lack what it does not do
     * @param detail what was seen, in a sentence
     */
    record Unable(Lack lack, String detail) implements LikelihoodFinding {}

    /**
     * It could not be found out, since the node could not be reached, was busy or failed. Nothing is held against it: its
     * answers are still looked at one by one.
     *
     * @param failure the last of the failures
     */
    record Unanswered(RelayFailure failure) implements LikelihoodFinding {}

    /** What a node can lack. */
    enum Lack {
        /** It refuses requests that echo a prompt, answers them in no readable form, or does not serve completions. */
        REFUSED,
        /** It answers without the prompt, or with another one. */
        NO_ECHO,
        /** It reports no log-probabilities of the prompt. */
        NO_LOGPROBS,
        /** It does not say which tokens would have been the most probable ones. */
        NO_CANDIDATES,
        /** What it reports are no log-probabilities: above zero, or the same for every token. */
        NO_PROBABILITIES,
        /** It puts a token of its own before the prompt, by which every log-probability is a place late. */
        SHIFTED,
        /** It has other tokens than the stated tokenizer. */
        OTHER_TOKENS
    }
}
