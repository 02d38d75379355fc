package network.pokt.mlqos.metric;

/**
 * The standard deviation with n - 1 in the denominator, as lm-evaluation-harness 0.4.13 computes it: {@code sample_stddev}.
 *
 * <p>Below two values it is NaN, where the reference divides by zero. Adds in two passes; to measure a stream, use
 * {@link network.pokt.mlqos.stats.Moments}.
 *
 * @param summation the way of adding, which is that of the Python version to compare with
 */
public record SampleDeviation(Summation summation) implements NumberAggregation {

    @Override
    public double of(double... values) {
        double mean = new Mean(summation).of(values);
        RunningSum squares = summation.start();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares.value() / (values.length - 1));
    }
}
