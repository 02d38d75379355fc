package network.pokt.mlqos.metric;

import java.util.Arrays;

/**
 * The mean of the values that are numbers: {@code nanmean} of lm-evaluation-harness 0.4.13. NaN if none is.
 *
 * <p>Adds as numpy does, for which NaN is a zero that does not count.
 */
public record NanMean() implements NumberAggregation {

    @Override
    public double of(double... values) {
        double[] numbers = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
        return PairwiseSum.of(numbers)
                / Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }
}
