package network.pokt.mlqos.stats;

/**
 * A fair bet against a hypothesis: the factor by which one observation multiplies the stake.
 *
 * <p>The contract: the factor is never negative, and wherever the hypothesis holds its expectation is at most 1, given
 * all that was observed before. Whoever bets so cannot expect to win while the hypothesis is true, so a large capital
 * speaks against it; nothing else is assumed about the observations, neither a distribution nor independence.
 *
 * <p>Sources: Shafer, "Testing by betting", JRSS A 184 (2021); Ramdas, Grünwald, Vovk and Shafer, "Game-theoretic
 * statistics and safe anytime-valid inference", Statistical Science 38 (2023).
 */
@FunctionalInterface
public interface EValue {

    /** Returns the factor for this observation, at least 0. */
    double of(double observation);
}
