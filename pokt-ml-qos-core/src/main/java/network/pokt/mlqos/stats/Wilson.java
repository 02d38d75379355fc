package network.pokt.mlqos.stats;

/**
 * The score interval of a proportion: all success rates p that a normal test of size 1 - level would not reject.
 *
 * <p>With {@code z} the normal quantile, the ends are the roots of {@code (s/n - p)^2 = z^2 p (1 - p) / n}. The
 * interval never leaves 0 to 1, has width even when every trial succeeded or every trial failed, and holds the truth
 * about as often as it says on average over p from a handful of trials on; single p near 0 or 1 may be held less often
 * (at 95 % down to about 84 %). Where "at least as often as it says" is needed, take {@link ClopperPearson}.
 *
 * <p>Sources: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927);
 * recommended for few trials by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical
 * Science 16 (2001). Cost: one normal quantile and one square root, well below a microsecond.
 */
public final class Wilson {

    private Wilson() {}

    /** The 95 % interval of the rate behind so many successes in n independent trials; 0..1 for no trial. */
    public static Interval interval(long successes, long n) {
        return interval(successes, n, Confidence.DEFAULT);
    }

    /**
     * The interval of the rate behind so many successes in n independent trials; 0..1 for no trial.
     *
     * @param level the confidence, strictly between 0 and 1
     * @throws IllegalArgumentException when successes is not within 0 to n, or the level not within 0 to 1
     */
    public static Interval interval(long successes, long n, double level) {
        Counts.require(successes, n);
        if (n == 0) {
            return new Interval(0, 1, Confidence.require(level));
        }
        double share = (double) successes / n;
        Interval interval = ofShare(share, n, level);
        // Exactly 0 and 1 at the two extremes, where rounding would miss them by the last digit.
        return new Interval(successes == 0 ? 0 : interval.lower(), successes == n ? 1 : interval.upper(), level);
    }

    /** The interval around a share that is worth so many independent trials, which need not be a whole number. */
    static Interval ofShare(double share, double trials, double level) {
        double z = Confidence.z(level);
        double prior = z * z / trials;
        double centre = (share + prior / 2) / (1 + prior);
        double reach = z / (1 + prior) * Math.sqrt((share * (1 - share) + prior / 4) / trials);
        return new Interval(centre - reach, centre + reach, level).within(0, 1);
    }
}
