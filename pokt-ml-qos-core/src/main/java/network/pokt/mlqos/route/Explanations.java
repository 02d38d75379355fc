package network.pokt.mlqos.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what a pool holds into words and numbers for people. */
final class Explanations {

    private Explanations() {}

    static Decision of(Pool pool, int index, Decision.How how, RouterConfig config, Instant at) {
        double[] probabilities = probabilities(pool, config.picker);
        List<RankedNode> ranked = new ArrayList<>(pool.size());
        for (int i = 0; i < pool.size(); i++) {
            Map<String, Double> terms = new LinkedHashMap<>();
            for (ScoreTerm term : config.policy.terms()) {
                terms.put(term.name(), term.of(pool.candidates[i], pool.size));
            }
            ranked.add(new RankedNode(pool.candidates[i], pool.scores[i], terms, probabilities[i]));
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

    private static double[] probabilities(Pool pool, Picker picker) {
        int n = pool.size();
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = picker.probability(pool, i);
        }
        if (pool.capped()) {
            redistribute(pool, p);
        }
        pool.addCanaries(p);
        return p;
    }

    /** What falls on operators at their cap is drawn again, by weight, until it falls elsewhere. */
    private static void redistribute(Pool pool, double[] p) {
        double blocked = 0;
        double open = 0;
        for (int i = 0; i < p.length; i++) {
            if (pool.full(i)) {
                blocked += p[i];
            } else {
                open += pool.share(i);
            }
        }
        if (blocked == 0 || open == 0) {
            return;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] = pool.full(i) ? 0 : p[i] + blocked * pool.share(i) / open;
        }
    }
}
