package network.pokt.mlqos.metric;

import java.util.List;

/** A score of one text against one reference. Implementations are pure functions and safe for use by many threads. */
@FunctionalInterface
public interface ReferenceMetric {

    /** Returns how well {@code prediction} agrees with {@code reference}; more is better. */
    double score(String prediction, String reference);

    /** Returns the score against the reference that agrees best. */
    default double best(TextPair pair) {
        return bestOf(List.of(pair.prediction()), pair.references());
    }

    /**
     * Returns the best score of any prediction against any reference: what HELM calls {@code score@k}.
     *
     * @throws IllegalArgumentException if there is no prediction or no reference
     */
    default double bestOf(List<String> predictions, List<String> references) {
        return predictions.stream()
                .flatMapToDouble(
                        prediction -> references.stream().mapToDouble(reference -> score(prediction, reference)))
                .max()
                .orElseThrow(() -> new IllegalArgumentException("There are " + predictions.size() + " predictions and "
                        + references.size() + " references to compare, give at least one of each."));
    }
}
