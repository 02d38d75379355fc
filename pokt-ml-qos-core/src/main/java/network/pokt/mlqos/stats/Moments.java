package network.pokt.mlqos.stats;

/**
 * Count, mean, spread and range of a stream of numbers, without keeping the numbers.
 *
 * <p>One value costs a division and a few additions (5 to 10 ns); the state is 48 bytes. Mean and squared deviations
 * are updated together (Welford, Technometrics 4, 1962), which keeps its digits where the difference of the sum of
 * squares and the square of the sum loses them. Two streams merge as if they had been one (Chan, Golub and LeVeque,
 * Stanford STAN-CS-79-773, 1979), up to rounding.
 *
 * <p>Statistics that need more values than there are (a mean of none, a deviation of one) are NaN, as they are "N/A" in
 * the lm-evaluation-harness.
 *
 * <p>Not thread-safe: one writer, or a lock of the caller.
 */
public final class Moments {

    /** The square of a larger value, or the sum of many such squares, would no longer be a finite number. */
    private static final double LARGEST = 1e150;

    private long count;
    private double mean;
    private double squaredDeviations;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean verdicts = true;

    /** Moments of no value yet. */
    public Moments() {}

    /** The moments of these values. */
    public static Moments of(double... values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    /**
     * Takes one more value.
     *
     * @throws IllegalArgumentException when the value is NaN, infinite or beyond 1e150: it would swallow all others
     */
    public void add(double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException("value " + value
                    + " has no place in a mean: count undefined results apart and add only numbers up to " + LARGEST);
        }
        count++;
        double deviation = value - mean;
        mean += deviation / count;
        squaredDeviations += deviation * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
        verdicts &= value == 0 || value == 1;
    }

    /** Takes all values of the other stream, which stays as it is. */
    public void merge(Moments other) {
        if (other.count == 0) {
            return;
        }
        long total = count + other.count;
        double deviation = other.mean - mean;
        double share = (double) other.count / total;
        squaredDeviations += other.squaredDeviations + deviation * deviation * share * count;
        mean += deviation * share;
        count = total;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        verdicts &= other.verdicts;
    }

    /** How many values were added. */
    public long count() {
        return count;
    }

    /**
     * The mean; NaN before the first value. A mean of zeros and ones is a count over a count, exact to the last digit
     * and the same in whatever order they came.
     */
    public double mean() {
        if (count == 0) {
            return Double.NaN;
        }
        return verdicts ? (double) successes() / count : mean;
    }

    /** The sample standard deviation, with n - 1 in the denominator; NaN below two values. */
    public double sampleStandardDeviation() {
        if (count < 2) {
            return Double.NaN;
        }
        double deviations = verdicts ? (double) successes() * (count - successes()) / count : squaredDeviations;
        return Math.sqrt(deviations / (count - 1));
    }

    private long successes() {
        return Math.round(mean * count);
    }

    /** The standard error of the mean: the sample standard deviation over the root of n; NaN below two values. */
    public double standardError() {
        return sampleStandardDeviation() / Math.sqrt((double) count);
    }

    /** The smallest value; NaN before the first. */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** The largest value; NaN before the first. */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }

    /** Says whether every value so far was exactly 0 or 1, so that the mean is a share of successes. */
    boolean onlyVerdicts() {
        return verdicts;
    }
}
