package network.pokt.mlqos.stats;

/**
 * The ratio of two sums that grow together, such as tokens claimed over tokens counted, with its interval.
 *
 * <p>The sums weigh each pair by its size, as money does; the mean of the single ratios would not. Pairs are taken as
 * independent; the standard error is that of the ratio estimator, from the deviations {@code y - r x} with n - 1, and the
 * interval is Student's. It is meant for one look, and for ratios near 1 it keeps its digits however long it runs.
 *
 * <p>Source: Cochran, "Sampling Techniques", 3rd edition (1977), sections 2.11 and 6.4. An addition costs a few
 * nanoseconds.
 *
 * <p>Not thread-safe: one writer, or a lock of the caller.
 */
public final class SumRatio {

    private long n;
    private double sum;
    private double excess;
    private double squares;
    private double excessSquares;
    private double products;

    /** A ratio of no pair yet. */
    public SumRatio() {}

    /** Adds a pair; both numbers are finite and at least 0. */
    public void add(double numerator, double denominator) {
        if (!(numerator >= 0 && denominator >= 0 && numerator + denominator < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the pair " + numerator + " and " + denominator
                    + " has no place in a ratio of sums: give two finite numbers of at least 0");
        }
        double over = numerator - denominator;
        n++;
        sum += denominator;
        excess += over;
        squares += denominator * denominator;
        excessSquares += over * over;
        products += over * denominator;
    }

    /** The ratio with its 95 % interval; an estimate of nothing while the denominators sum up to 0. */
    public Estimate estimate() {
        return estimate(Confidence.DEFAULT);
    }

    /**
     * The ratio with its interval; the interval is unbounded below two pairs.
     *
     * @param level the confidence, strictly between 0 and 1
     */
    public Estimate estimate(double level) {
        Confidence.require(level);
        if (sum == 0) {
            return Estimate.none();
        }
        double over = excess / sum;
        double ratio = 1 + over;
        if (n < 2) {
            return new Estimate(ratio, Double.NaN, Interval.unbounded(level), n);
        }
        double deviations = Math.max(0, excessSquares - 2 * over * products + over * over * squares);
        double standardError = Math.sqrt(deviations * n / (n - 1)) / sum;
        double reach = StudentT.quantile(n - 1, level) * standardError;
        return new Estimate(ratio, standardError, new Interval(Math.max(0, ratio - reach), ratio + reach, level), n);
    }
}
