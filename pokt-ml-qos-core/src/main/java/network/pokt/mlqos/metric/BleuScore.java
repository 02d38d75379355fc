package network.pokt.mlqos.metric;

import java.util.List;

/**
 * A BLEU score with its parts.
 *
 * @param score 0 to 100
 * @param matches n-grams of the predictions that occur in a reference, by order from 1, with what add-k smoothing added
 * @param totals n-grams of the predictions, likewise
 * @param precisions matches in per cent of totals after smoothing; zero from the first order that no prediction is long enough
 *     for
 * @param brevityPenalty the factor, at most 1, for predictions that are shorter than their references together
 * @param predictionLength words of all predictions
 * @param referenceLength words of the references, for each prediction of the one that is nearest in length
 */
public record BleuScore(
        double score,
        List<Double> matches,
        List<Double> totals,
        List<Double> precisions,
        double brevityPenalty,
        long predictionLength,
        long referenceLength) {

    public BleuScore {
        matches = List.copyOf(matches);
        totals = List.copyOf(totals);
        precisions = List.copyOf(precisions);
    }
}
