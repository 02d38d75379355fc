package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a proportion: it holds the truth at least as often as it says, for every rate and every n.
 *
 * <p>Its ends are the rates at which so many successes or more, and so many or fewer, have probability
 * {@code (1 - level) / 2}; both are quantiles of beta distributions. The price of the guarantee is an interval that is
 * wider than needed on average: take it for gates that must not open by chance and {@link Wilson} to inform.
 *
 * <p>Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
 * Biometrika 26 (1934). Cost: two beta quantiles, some tens of microseconds.
 */
public final class ClopperPearson {

    private ClopperPearson() {}

    /** The 95 % interval of the rate behind so many successes in n independent trials; 0..1 for no trial. */
    public static Interval interval(long successes, long n) {
        return interval(successes, n, Confidence.DEFAULT);
    }

    /**
     * The interval of the rate behind so many successes in n independent trials; 0..1 for no trial.
     *
     * @param level the least confidence, strictly between 0 and 1
     * @throws IllegalArgumentException when successes is not within 0 to n, or the level not within 0 to 1
     */
    public static Interval interval(long successes, long n, double level) {
        Counts.require(successes, n);
        double tail = Confidence.tail(level);
        double lower = successes == 0
                ? 0
                : BetaDistribution.of((double) successes, n - successes + 1.0).inverseCumulativeProbability(tail);
        double upper = successes == n
                ? 1
                : BetaDistribution.of(successes + 1.0, (double) n - successes).inverseSurvivalProbability(tail);
        return new Interval(lower, upper, level);
    }
}
