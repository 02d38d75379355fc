package network.pokt.mlqos.metric;

import java.util.List;

/**
 * The mean squared error of forecasts, 0 for certainty in what is right to 2 for certainty in what is wrong: {@code brier_score}
 * of lm-evaluation-harness 0.4.13.
 *
 * <p>Source: G. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950, summed
 * over choices. Adds as numpy does. Forecasts may have different numbers of choices, which the reference refuses.
 */
public record BrierScore() implements Aggregation<Forecast> {

    @Override
    public double of(List<? extends Forecast> items) {
        double[] errors = items.stream().mapToDouble(Forecast::squaredError).toArray();
        return PairwiseSum.of(errors) / errors.length;
    }
}
