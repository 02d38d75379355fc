package network.pokt.mlqos.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayTiming;

/** Puts what a pool holds into words and numbers for people. */
final class Explanations {

    private Explanations() {}

    static Decision of(Pool pool, int index, Decision.How how, RouterConfig config, Instant at) {
        double[] probabilities = pool.probabilities(config.picker);
        List<RankedNode> ranked = new ArrayList<>(pool.size());
        for (int i = 0; i < pool.size(); i++) {
            Map<String, Double> terms = new LinkedHashMap<>();
            for (ScoreTerm term : config.policy.terms()) {
                terms.put(term.name(), term.of(pool.candidates[i], pool.size));
            }
            terms.put("load", -pool.loadCost(i));
            double score =
                    terms.values().stream().mapToDouble(Double::doubleValue).sum();
            ranked.add(new RankedNode(pool.candidates[i], score, terms, probabilities[i]));
        }
        ranked.sort(Comparator.comparingDouble(RankedNode::score).reversed());
        return new Decision(
                at,
                index < 0 ? Optional.empty() : Optional.of(pool.candidates[index].node()),
                how,
                config.policy.name(),
                ranked,
                pool.refused);
    }

    /** Returns why nobody of a pool without candidates will do. */
    static RelayFailure nobody(Pool pool, Instant at) {
        String reasons = pool.refused.stream()
                .limit(3)
                .map(refusal -> " " + refusal.node() + ": " + refusal.reason())
                .reduce("", String::concat);
        FaultCause cause = pool.earliestNanos > 0 ? FaultCause.THROTTLED : FaultCause.OUT_OF_SESSION;
        return RelayFailure.of(
                cause,
                pool.refused.isEmpty()
                        ? "The directory has no nodes."
                        : "None of " + pool.refused.size() + " nodes will do; nothing was sent." + reasons,
                RelayTiming.none(at));
    }
}
