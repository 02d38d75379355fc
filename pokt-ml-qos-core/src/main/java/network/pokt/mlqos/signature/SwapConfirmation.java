package network.pokt.mlqos.signature;

import java.util.List;
import network.pokt.mlqos.stats.Discrepancy;
import network.pokt.mlqos.stats.Discrepancy.Result;
import network.pokt.mlqos.stats.Discrepancy.Stratum;

/**
 * Confirms an alarm by sampled texts: do the node and a trusted endpoint answer the same prompts by the same
 * distribution?
 *
 * <p>Some 25 prompts with 10 answers each at temperature 1, compared over all prompts together, with 2,000 permutations within
 * prompts: about a second of CPU. Take prompts with long answers, of a letter there is little to see. Unlike greedy texts,
 * samples show a node that answers only some calls with another model. Each test is of a fixed size: decide beforehand on one of
 * them and on its size, run it once. What they tell apart and what they do not, measured: docs/signatures.md.
 */
public final class SwapConfirmation {

    private static final int PERMUTATIONS = 2_000;

    private SwapConfirmation() {}

    /**
     * Returns the p-value and the size of the difference by the runs of one and two characters that the answers are made of.
     *
     * @param answers for each prompt the trusted answers first, then the node's
     * @param seed of the permutations
     */
    public static Result compare(List<Stratum<String>> answers, long seed) {
        List<Stratum<RunProfile>> profiles = answers.stream()
                .map(prompt -> new Stratum<>(profiles(prompt.first()), profiles(prompt.second())))
                .toList();
        return new Discrepancy<>(RunProfile::alike, PERMUTATIONS).test(profiles, seed);
    }

    private static List<RunProfile> profiles(List<String> texts) {
        return texts.stream().map(RunProfile::new).toList();
    }

    /**
     * Returns the p-value and the size of the difference by how probable the trusted endpoint finds the answers. By far the
     * stronger test, where that endpoint gives the log-probabilities of given texts ({@link NodeProbe#scored}); of the node it
     * needs texts alone.
     *
     * @param logprobs for each prompt the mean log-probability per token of the trusted answers first, then of the node's, all
     *     of them by the trusted endpoint; nats
     * @param seed of the permutations
     * @throws IllegalArgumentException if one of them is not finite
     */
    public static Result compareScored(List<Stratum<Double>> logprobs, long seed) {
        logprobs.forEach(prompt -> {
            prompt.first().forEach(SwapConfirmation::requireFinite);
            prompt.second().forEach(SwapConfirmation::requireFinite);
        });
        return new Discrepancy<Double>((a, b) -> Math.exp(-Math.abs(a - b)), PERMUTATIONS).test(logprobs, seed);
    }

    private static void requireFinite(double logprob) {
        if (!Double.isFinite(logprob)) {
            throw new IllegalArgumentException("A mean log-probability must be finite, got " + logprob
                    + "; leave out answers without a token, of both sides.");
        }
    }
}
