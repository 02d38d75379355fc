package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The distribution of the largest {@link SplitLikelihood} over all splits when there is no shift.
 *
 * <p>Without a shift, and given the number of successes in the whole, every order of the outcomes is equally likely.
 * The probability that no split reaches a ratio is then a sum over paths: the successes so far, block by block, must
 * stay inside a corridor (the ratio is convex, so at each split it is one range), start at none and end at all.
 * Drawing each block from a binomial distribution with the overall rate leaves all orders equally likely, and the sum
 * becomes one convolution per block. The result is what a permutation test tends to with ever more permutations, up to
 * rounding: it needs no random numbers, and it resolves p-values that no number of permutations reaches.
 *
 * <p>Source: the recursion of Worsley, "The power of likelihood ratio and cumulative sum tests for a change in a
 * binomial probability", Biometrika 70 (1983).
 *
 * @param likelihood the totals of the sequence: at least one success and at least one failure
 * @param blockSize outcomes between two splits
 * @param splits number of splits, each a block after the one before it; what follows the last may be shorter
 */
record SplitNull(SplitLikelihood likelihood, int blockSize, int splits) {

    /** The smallest p-value that rounding leaves meaningful, reported for any smaller one too. */
    static final double LEAST = 1e-12;

    /** The probability that at least one split has a ratio of so much or more. */
    double probabilityOfAtLeast(double ratio) {
        // Drawing without replacement strays no further than drawing with it (Hoeffding, JASA 58, 1963, theorem 4):
        // either side of a split contributes half of such a ratio with a probability of 2 exp(-ratio / 4) at most.
        if (4.0 * splits * Math.exp(-ratio / 4) < LEAST) {
            return LEAST;
        }
        double rate = (double) likelihood.successes() / likelihood.n();
        double inside = massInside(ratio - likelihood.tolerance(), rate);
        double all = BinomialDistribution.of(likelihood.n(), rate).probability(likelihood.successes());
        return Math.min(Math.max(1 - inside / all, LEAST), 1);
    }

    /** The probability to stay below the ratio at each split and to end with the successes of the whole. */
    private double massInside(double ratio, double rate) {
        CountMass block = CountMass.binomial(blockSize, rate);
        CountMass paths = CountMass.zero();
        for (int split = blockSize; split <= splits * blockSize; split += blockSize) {
            int middle = mostLikely(split);
            if (likelihood.ratio(middle, split) >= ratio) {
                return 0;
            }
            int fewest = Math.max(0, likelihood.successes() - (likelihood.n() - split));
            int most = Math.min(split, likelihood.successes());
            paths = paths.plus(
                    block, lastBelow(ratio, split, middle, fewest - 1), lastBelow(ratio, split, middle, most + 1));
        }
        CountMass rest = CountMass.binomial(likelihood.n() - splits * blockSize, rate);
        return paths.plus(rest, likelihood.successes(), likelihood.successes()).total();
    }

    /** The successes before the split that least suggest a shift. */
    private int mostLikely(int split) {
        int expected = (int) ((long) likelihood.successes() * split / likelihood.n());
        boolean whole = (long) likelihood.successes() * split % likelihood.n() == 0;
        return whole || likelihood.ratio(expected, split) <= likelihood.ratio(expected + 1, split)
                ? expected
                : expected + 1;
    }

    /** The last count on the way from one inside the corridor to one outside of it whose ratio is still below. */
    private int lastBelow(double ratio, int split, int inside, int outside) {
        while (Math.abs(outside - inside) > 1) {
            int between = (inside + outside) / 2;
            if (likelihood.ratio(between, split) < ratio) {
                inside = between;
            } else {
                outside = between;
            }
        }
        return inside;
    }
}
