package network.pokt.mlqos.lmeh.match;

import java.util.List;

/**
 * Says how near an answer is in meaning to each of some candidates: the seam for models of your own. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface Closeness {

    /**
     * Returns a number for each candidate in their order, all on one scale; more is nearer.
     *
     * @param candidates at least one
     * @throws MatchException if it cannot be said
     */
    double[] of(String answer, List<String> candidates);
}
