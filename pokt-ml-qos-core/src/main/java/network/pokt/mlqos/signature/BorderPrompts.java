package network.pokt.mlqos.signature;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;

/**
 * Chooses prompts whose two best first tokens nearly tie on the trusted endpoint: one token of text then shows what
 * otherwise needs log-probabilities.
 *
 * <p>Source: the border inputs of "B3IT", arXiv 2602.11083. Honest nodes may fall on either side of such a tie too: how
 * often they do is what the calibration of {@link Signal#BORDER} measures, on the same prompts. Draw a prompt of the
 * pool at random for each look, and renew the pool now and then.
 */
public final class BorderPrompts {

    private BorderPrompts() {}

    /**
     * Returns the prompts with the smallest gaps, smallest first.
     *
     * @param candidates the trusted endpoint's candidates for the first token of each prompt; prompts with fewer than two
     *     are left out
     * @param count how many to return at most
     */
    public static List<String> select(Map<String, List<Candidate>> candidates, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of border prompts must be at least 1, got " + count + ".");
        }
        return candidates.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= 2)
                .sorted(Comparator.<Map.Entry<String, List<Candidate>>>comparingDouble(entry -> gap(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the distance of the two best candidates in nats. */
    static double gap(List<Candidate> candidates) {
        double[] sorted =
                candidates.stream().mapToDouble(Candidate::logprob).sorted().toArray();
        return sorted[sorted.length - 1] - sorted[sorted.length - 2];
    }
}
