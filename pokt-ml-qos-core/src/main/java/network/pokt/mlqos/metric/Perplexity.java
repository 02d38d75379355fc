package network.pokt.mlqos.metric;

import java.util.List;

/**
 * How many words a model hesitates between: {@code e} to minus the mean natural log-likelihood, 1 or more. {@code perplexity} of
 * lm-evaluation-harness 0.4.13.
 *
 * @param summation the way of adding, which is that of the Python version to compare with
 */
public record Perplexity(Summation summation) implements NumberAggregation, StreamingAggregation<Double> {

    @Override
    public double of(double... logLikelihoods) {
        return Math.exp(-new Mean(summation).of(logLikelihoods));
    }

    @Override
    public double of(List<? extends Double> items) {
        return NumberAggregation.super.of(items);
    }

    @Override
    public Accumulator<Double> start() {
        Accumulator<Double> mean = new Mean(summation).start();
        return new Accumulator<>() {
            @Override
            public void add(Double logLikelihood) {
                mean.add(logLikelihood);
            }

            @Override
            public double value() {
                return Math.exp(-mean.value());
            }
        };
    }
}
