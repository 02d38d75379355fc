package network.pokt.mlqos.metric;

/**
 * The statistic that HELM keeps of a metric: sum, sum of squares, count and range of its values. Not thread-safe.
 *
 * <p>Its variance is that of the population, the mean of squares less the square of the mean and at least zero; it loses its
 * digits where values are large and close together. To act on a spread, use {@link network.pokt.mlqos.stats.Moments}.
 */
public final class HelmStatistic {

    private long count;
    private double sum;
    private double sumOfSquares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Holds no value yet. */
    public HelmStatistic() {}

    /** Takes one more value. */
    public void add(double value) {
        count++;
        sum += value;
        sumOfSquares += value * value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Takes all values of the other statistic, which stays as it is. */
    public void merge(HelmStatistic other) {
        count += other.count;
        sum += other.sum;
        sumOfSquares += other.sumOfSquares;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /** Returns a statistic of one value, the mean of this one, or of none; so trials are averaged. */
    public HelmStatistic takeMean() {
        HelmStatistic mean = new HelmStatistic();
        if (count > 0) {
            mean.add(mean());
        }
        return mean;
    }

    /** Returns how many values there are. */
    public long count() {
        return count;
    }

    /** Returns the sum of the values. */
    public double sum() {
        return sum;
    }

    /** Returns the mean of the values, NaN if there are none. */
    public double mean() {
        return sum / count;
    }

    /** Returns the population variance, NaN if there are no values. */
    public double variance() {
        return count == 0 ? Double.NaN : Math.max(0, sumOfSquares / count - mean() * mean());
    }

    /** Returns the population standard deviation, NaN if there are no values. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Returns the smallest value, which is HELM's worst case whatever direction is good; NaN if there are none. */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** Returns the largest value, NaN if there are none. */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }
}
