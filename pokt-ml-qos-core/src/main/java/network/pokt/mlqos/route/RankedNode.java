package network.pokt.mlqos.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node that would do, with what speaks for and against it.
 *
 * @param candidate the node as it was seen
 * @param score its score, higher is better
 * @param terms what the score is made of, in the order of the policy
 * @param probability the probability that the picker takes it, within 0 to 1; NaN if the picker does not tell
 */
public record RankedNode(Candidate candidate, double score, Map<String, Double> terms, double probability) {

    public RankedNode {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }
}
