package network.pokt.mlqos.signature;

import java.util.List;
import network.pokt.mlqos.stats.Discrepancy;
import network.pokt.mlqos.stats.Discrepancy.Result;
import network.pokt.mlqos.stats.Discrepancy.Stratum;

/**
 * Confirms an alarm by sampled texts: do the node and a trusted endpoint answer the same prompts by the same
 * distribution?
 *
 * <p>25 prompts with 10 answers each at temperature 1, compared by the share of equal characters at equal places among the
 * first 64 (Hamming kernel), with 2,000 permutations: about 0.1 s of CPU. Unlike greedy texts, samples show a node that
 * answers only some calls with another model. The test is of a fixed size: decide on it beforehand, run it once.
 */
public final class SwapConfirmation {

    /** Later places differ anyway once two samples went apart. */
    private static final int CHARACTERS = 64;

    private static final int PERMUTATIONS = 2_000;

    private SwapConfirmation() {}

    /**
     * Returns the p-value and the size of the difference.
     *
     * @param answers for each prompt the trusted answers first, then the node's
     * @param seed of the permutations
     */
    public static Result compare(List<Stratum<String>> answers, long seed) {
        return new Discrepancy<String>(SwapConfirmation::alike, PERMUTATIONS).test(answers, seed);
    }

    /** Texts that ended continue with an end that equals only itself. */
    private static double alike(String a, String b) {
        int equal = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            int left = i < a.length() ? a.charAt(i) : -1;
            int right = i < b.length() ? b.charAt(i) : -1;
            equal += left == right ? 1 : 0;
        }
        return (double) equal / CHARACTERS;
    }
}
