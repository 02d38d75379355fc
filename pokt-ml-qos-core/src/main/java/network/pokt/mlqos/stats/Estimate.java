package network.pokt.mlqos.stats;

/**
 * A measured number with what is needed to trust it: its standard error, its interval and how much was measured.
 *
 * <pre>{@code
 * Estimate accuracy = Estimate.ofProportion(31, 50);
 * accuracy.toString();                    // "0.62, 95 % interval 0.48..0.74, n = 50"
 * accuracy.interval().contains(0.75);     // false
 * }</pre>
 *
 * @param value the measured value; NaN when nothing was measured
 * @param standardError the sample standard error of the value, with n - 1; NaN where it is unknown, as below n = 2
 * @param interval the range that holds the true value with the confidence it names
 * @param n how many independent observations stand behind the value
 */
public record Estimate(double value, double standardError, Interval interval, long n) {

    /** Refuses a negative standard error, a negative n, and a value that was measured on nothing. */
    public Estimate {
        if (standardError < 0) {
            throw new IllegalArgumentException(
                    "standard error " + standardError + " is negative: give 0 or more, or NaN where it is unknown");
        }
        if (n < 0 || (n == 0 && !Double.isNaN(value))) {
            throw new IllegalArgumentException("value " + value + " cannot rest on " + n
                    + " observations: give at least 1, or use Estimate.none()");
        }
    }

    /** The estimate before any observation: no value and an interval that excludes nothing. */
    public static Estimate none() {
        return new Estimate(Double.NaN, Double.NaN, Interval.unbounded(Confidence.DEFAULT), 0);
    }

    /** A value that n observations do not define, such as the mean of numbers of which one is NaN. */
    public static Estimate undefined(long n) {
        return new Estimate(Double.NaN, Double.NaN, Interval.unbounded(Confidence.DEFAULT), n);
    }

    /**
     * A value whose standard error was found in some other way, such as by a bootstrap, with its normal 95 % interval.
     *
     * @param standardError NaN where it is unknown; the interval then excludes nothing
     */
    public static Estimate ofStandardError(double value, double standardError, long n) {
        double reach = Confidence.z(Confidence.DEFAULT) * standardError;
        Interval interval = Double.isFinite(value) && Double.isFinite(reach)
                ? new Interval(value - reach, value + reach, Confidence.DEFAULT)
                : Interval.unbounded(Confidence.DEFAULT);
        return new Estimate(value, standardError, interval, n);
    }

    /** The share of successes in n independent trials with its 95 % {@link Wilson} interval. */
    public static Estimate ofProportion(long successes, long n) {
        return ofProportion(successes, n, Confidence.DEFAULT);
    }

    /**
     * The share of successes in n independent trials with its {@link Wilson} interval.
     *
     * <p>The standard error is that of the mean of n zeros and ones, {@code sqrt(p (1 - p) / (n - 1))}. It is for
     * comparison with other tools; the interval is what to act on. Without a trial the value is NaN and the interval
     * 0..1.
     *
     * @param level the confidence of the interval, strictly between 0 and 1
     * @throws IllegalArgumentException when successes is not within 0 to n, or the level not within 0 to 1
     */
    public static Estimate ofProportion(long successes, long n, double level) {
        Interval interval = Wilson.interval(successes, n, level);
        double share = (double) successes / n;
        double standardError = n < 2 ? Double.NaN : Math.sqrt(share * (1 - share) / (n - 1));
        return new Estimate(share, standardError, interval, n);
    }

    /** The mean of independent values with its 95 % interval, see {@link #ofMean(Moments, double)}. */
    public static Estimate ofMean(Moments values) {
        return ofMean(values, Confidence.DEFAULT);
    }

    /**
     * The mean of independent values with its {@link StudentT} interval, made for scores.
     *
     * <p>Values that all lie within 0 to 1 are taken for scores that cannot lie elsewhere, and the interval is cut to
     * that range; where they could (differences, seconds), use {@link StudentT} or {@link PairedDifference}. Values
     * that all are 0 or 1 are successes and failures: they get the {@link Wilson} interval, which keeps its width when
     * all of them agree. Without a value this is an estimate of nothing, as {@link #none()} at this level.
     *
     * @param level the confidence of the interval, strictly between 0 and 1
     */
    public static Estimate ofMean(Moments values, double level) {
        Interval interval = StudentT.interval(values, level);
        if (values.count() > 0 && values.onlyVerdicts()) {
            interval = Wilson.interval(Math.round(values.mean() * values.count()), values.count(), level);
        } else if (values.min() >= 0 && values.max() <= 1) {
            interval = interval.within(0, 1);
        }
        return new Estimate(values.mean(), values.standardError(), interval, values.count());
    }

    /** For example {@code 0.62, 95 % interval 0.48..0.74, n = 50}, in any locale. */
    @Override
    public String toString() {
        if (n == 0) {
            return "unknown, n = 0";
        }
        if (!Double.isFinite(value) || !Double.isFinite(interval.width())) {
            return value + ", n = " + n;
        }
        int decimals = Digits.decimalsFor(interval.width());
        return Digits.fixed(value, decimals) + ", " + Digits.percent(interval.level()) + " interval "
                + Digits.fixed(interval.lower(), decimals) + ".." + Digits.fixed(interval.upper(), decimals) + ", n = "
                + n;
    }
}
