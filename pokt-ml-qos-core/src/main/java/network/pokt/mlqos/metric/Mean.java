package network.pokt.mlqos.metric;

import java.util.List;

/**
 * The arithmetic mean: {@code mean} of lm-evaluation-harness 0.4.13.
 *
 * @param summation the way of adding, which is that of the Python version to compare with
 */
public record Mean(Summation summation) implements NumberAggregation, StreamingAggregation<Double> {

    @Override
    public double of(double... values) {
        return summation.sum(values) / values.length;
    }

    @Override
    public double of(List<? extends Double> items) {
        return NumberAggregation.super.of(items);
    }

    @Override
    public Accumulator<Double> start() {
        return new Accumulator<>() {
            private final RunningSum sum = summation.start();
            private long count;

            @Override
            public void add(Double item) {
                sum.add(item);
                count++;
            }

            @Override
            public double value() {
                return sum.value() / count;
            }
        };
    }
}
