package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The ranks of the two observations between which a quantile lies with the given confidence, whatever the distribution.
 *
 * <p>How many of n observations fall below the true quantile q is Binomial(n, q), so the quantile lies between the
 * observations of rank l and u with probability {@code P(l <= B < u)} at least (exactly, for a continuous
 * distribution). Both tails are kept at or below {@code (1 - level) / 2}. Few observations cannot bound an extreme
 * quantile: the rank is then 0 (below the first) or n + 1 (beyond the last).
 *
 * <p>Source: David and Nagaraja, "Order Statistics", 3rd edition, section 7.1. Cost: some tens of microseconds.
 *
 * @param lower rank of the lower end, 0 to n
 * @param upper rank of the upper end, 1 to n + 1
 */
record QuantileRanks(long lower, long upper) {

    /** The ranks for the quantile (0 to 1) of n observations. */
    static QuantileRanks of(double quantile, long n, double level) {
        double tail = Confidence.tail(level);
        if (n <= Integer.MAX_VALUE) {
            BinomialDistribution below = BinomialDistribution.of((int) n, quantile);
            return new QuantileRanks(
                    below.inverseCumulativeProbability(tail), below.inverseSurvivalProbability(tail) + 1L);
        }
        // Beyond the library's range of int the normal curve is as good, one rank of slack included on each side.
        double expected = n * quantile;
        double reach = Confidence.z(level) * Math.sqrt(expected * (1 - quantile)) + 1;
        long lower = Math.max((long) Math.floor(expected - reach), 0);
        long upper = Math.min((long) Math.ceil(expected + reach), n) + 1;
        return new QuantileRanks(lower, upper);
    }
}
