package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The interval of a mean: mean plus and minus a Student quantile with n - 1 degrees of freedom times the standard error.
 *
 * <p>Exact for independent normal values and good for others once n is large against their skewness. Values that never
 * differed leave it without width, which is an answer about the sample and not about the truth; for successes and
 * failures take {@link Wilson}, which knows better. Items that come in groups (several questions on one text) are not
 * independent: add the mean of each group instead.
 *
 * <p>Source: Student, "The probable error of a mean", Biometrika 6 (1908). Cost: one Student quantile, some tens of
 * microseconds.
 */
public final class StudentT {

    private StudentT() {}

    /** The 95 % interval of the mean behind these values; unbounded below two values. */
    public static Interval interval(Moments values) {
        return interval(values, Confidence.DEFAULT);
    }

    /**
     * The interval of the mean behind these values; unbounded below two values.
     *
     * @param level the confidence, strictly between 0 and 1
     */
    public static Interval interval(Moments values, double level) {
        Confidence.require(level);
        if (values.count() < 2) {
            return Interval.unbounded(level);
        }
        double reach = quantile(values.count() - 1, level) * values.standardError();
        return new Interval(values.mean() - reach, values.mean() + reach, level);
    }

    /** How many standard errors an interval reaches to each side, with so many degrees of freedom. */
    static double quantile(long degrees, double level) {
        return TDistribution.of(degrees).inverseSurvivalProbability(Confidence.tail(level));
    }
}
