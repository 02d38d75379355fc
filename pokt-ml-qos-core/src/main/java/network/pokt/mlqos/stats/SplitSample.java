package network.pokt.mlqos.stats;

import java.util.Arrays;

/**
 * The share of successes with an interval that holds the truth about as often as it says at every rate, from 25 trials on.
 *
 * <p>A count out of n has n + 1 results and no more, so whatever interval is made of it holds some rates too often and others
 * too seldom: 95 % {@link Wilson} intervals of 25 trials hold .56 in 93.5 % of cases and .88 in 97.6 %. The order of
 * exchangeable trials carries what is missing. Cut into two parts whose sizes differ by about the square root of n, they have as
 * many results as there are pairs of counts. The score interval around the mean of both shares, which is worth one trial less than
 * the plain share, then misses its level by a point at most, mostly by some tenths; it is 2 % wider than Wilson's at n = 25.
 *
 * <p>The trials must come in an order that says nothing of their outcome, as samples that were drawn at random do. The same
 * trials in another order move the interval by about what half a trial would.
 *
 * <p>Source: Decrouez and Hall, "Split sample methods for constructing confidence intervals for binomial and Poisson
 * parameters", JRSS B 76 (2014).
 */
public final class SplitSample {

    /** Below it one of the parts would be a single trial or none; Wilson's interval is as good then. */
    private static final long FEWEST = 6;

    private SplitSample() {}

    /** Returns how many of n trials make the first part, the larger one; the rest is the second. */
    public static long first(long n) {
        if (n < FEWEST) {
            return n;
        }
        long apart = Math.round(Math.sqrt(n));
        return (n + apart + (n - apart) % 2) / 2;
    }

    /**
     * The share of successes in n independent trials with its 95 % interval.
     *
     * @param first the successes among the first {@link #first first(n)} trials
     * @param second the successes among the others
     */
    public static Estimate estimate(long first, long second, long n) {
        Estimate plain = Estimate.ofProportion(first + second, n);
        return n < FEWEST ? plain : around(plain, first, second, worth(n));
    }

    /**
     * The share of successes over all documents of a task with its 95 % interval, from n of them that were drawn without
     * replacement; see {@link FinitePopulation}.
     *
     * @param first the successes among the first {@link #first first(n)} documents
     * @param second the successes among the others
     * @param size how many documents there are, at least n
     */
    public static Estimate finite(long first, long second, long n, long size) {
        Estimate plain = FinitePopulation.share(first + second, n, size);
        return n < FEWEST || n == size
                ? plain
                : around(plain, first, second, worth(n) * (size - 1) / (size - worth(n)));
    }

    /**
     * The mean of independent scores in the order in which they came with its 95 % interval: as a share of successes if all are 0
     * or 1, else as {@link Estimate#ofMean(Moments)}.
     */
    public static Estimate ofMean(double... scores) {
        Moments moments = Moments.of(scores);
        if (!moments.onlyVerdicts()) {
            return Estimate.ofMean(moments);
        }
        int part = (int) first(scores.length);
        return estimate(successes(scores, 0, part), successes(scores, part, scores.length), scores.length);
    }

    private static long successes(double[] verdicts, int from, int to) {
        return Math.round(Arrays.stream(verdicts, from, to).sum());
    }

    /** Returns how many trials of one sample are as good as the mean of both shares. */
    private static double worth(long n) {
        long first = first(n);
        return 4.0 * first * (n - first) / n;
    }

    private static Estimate around(Estimate plain, long first, long second, double worth) {
        long n = plain.n();
        long size = first(n);
        Counts.require(first, size);
        Counts.require(second, n - size);
        double centre = ((double) first / size + (double) second / (n - size)) / 2;
        Interval interval = Wilson.ofShare(centre, worth, Confidence.DEFAULT);
        // Exactly 0 and 1 at the two extremes, where rounding would miss them by the last digit.
        double lower = first + second == 0 ? 0 : interval.lower();
        double upper = first + second == n ? 1 : interval.upper();
        return new Estimate(plain.value(), plain.standardError(), new Interval(lower, upper, interval.level()), n);
    }
}
