package network.pokt.mlqos.lmeh.suite;

import java.util.Arrays;
import network.pokt.mlqos.stats.Estimate;

/**
 * The mean of all documents from a stratified sample: strata count by their size, whatever their share of the sample is. Not
 * thread-safe.
 *
 * <p>The standard error is that of the documents of the task: it falls to 0 when all are asked. Where a stratum has too few
 * values to show how they differ, or none that differ, its share of right answers is taken for a little nearer to a half, as
 * with one more right and one more wrong answer; this holds for values from 0 to 1.
 */
public final class StratifiedMean {

    private final Strata strata;
    private final int[] counts;
    private final double[] sums;
    private final double[] squares;

    public StratifiedMean(Strata strata) {
        this.strata = strata;
        this.counts = new int[strata.names().size()];
        this.sums = new double[counts.length];
        this.squares = new double[counts.length];
    }

    /** Adds the value of a document, from 0 to 1. */
    public void add(int stratum, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A value of a stratified mean is from 0 to 1, got " + value + ".");
        }
        counts[stratum]++;
        sums[stratum] += value;
        squares[stratum] += value * value;
    }

    /** Returns how many values each stratum has. */
    public int[] counts() {
        return counts.clone();
    }

    /** Returns an estimate of each stratum's standard deviation, never 0. */
    public double[] deviations() {
        double[] deviations = new double[counts.length];
        Arrays.setAll(deviations, this::deviation);
        return deviations;
    }

    private double deviation(int stratum) {
        double n = counts[stratum] + 2.0;
        double mean = (sums[stratum] + 1) / n;
        return Math.sqrt(Math.max(0, (squares[stratum] + 1) / n - mean * mean));
    }

    /**
     * Returns the estimate with its normal 95 % interval.
     *
     * @throws IllegalStateException if a stratum has no value yet
     */
    public Estimate estimate() {
        double mean = 0;
        double variance = 0;
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                throw new IllegalStateException("The stratum '" + strata.names().get(i)
                        + "' has no value; ask at least one document of each, or join small strata.");
            }
            double weight = strata.weight(i);
            double deviation = deviation(i);
            double missing = (double) (strata.size(i) - counts[i]) / strata.size(i);
            mean += weight * sums[i] / counts[i];
            variance += weight * weight * deviation * deviation / counts[i] * missing;
            n += counts[i];
        }
        return Estimate.ofStandardError(mean, Math.sqrt(variance), n);
    }
}
