package network.pokt.mlqos.metric;

/**
 * The standard error of the mean, as lm-evaluation-harness 0.4.13 computes it: {@code mean_stderr}. NaN below two values.
 *
 * @param summation the way of adding, which is that of the Python version to compare with
 */
public record MeanStandardError(Summation summation) implements NumberAggregation {

    @Override
    public double of(double... values) {
        return new SampleDeviation(summation).of(values) / Math.sqrt(values.length);
    }
}
