package network.pokt.mlqos.metric;

import java.util.List;

/**
 * The F1 score of a classification, 0 to 1: the harmonic mean of precision and recall, averaged over classes in one of four ways.
 * Immutable and thread-safe.
 *
 * <p>A class that was never right and never chosen, and so has no F1, counts zero, as with scikit-learn's default
 * {@code zero_division}. Source: {@code f1_score} of scikit-learn 1.9.1; {@code F1.binary(1)} is the {@code f1} of
 * lm-evaluation-harness 0.4.13.
 *
 * @param <L> classes
 */
public final class F1<L> implements ConfusionAggregation<L> {

    private final String average;
    private final ConfusionAggregation<L> score;

    private F1(String average, ConfusionAggregation<L> score) {
        this.average = average;
        this.score = score;
    }

    /**
     * Returns the F1 of the class {@code positive} alone. Samples may be of one other class; with more, or if both classes that
     * occur are others, there is no positive class and an {@link IllegalArgumentException} says so.
     */
    public static <L> F1<L> binary(L positive) {
        return new F1<>("binary", matrix -> {
            List<L> labels = matrix.labels();
            if (labels.size() > 2 || (labels.size() == 2 && !labels.contains(positive))) {
                throw new IllegalArgumentException("The classes " + labels + " are not " + positive
                        + " and one other, average over classes with macro, micro or weighted instead.");
            }
            return ofClass(matrix, positive);
        });
    }

    /** Returns the mean over classes. */
    public static <L> F1<L> macro() {
        return new F1<>(
                "macro",
                matrix -> matrix.labels().stream()
                                .mapToDouble(label -> ofClass(matrix, label))
                                .sum()
                        / matrix.labels().size());
    }

    /** Returns the F1 of all decisions together, which is the accuracy. */
    public static <L> F1<L> micro() {
        return new F1<>("micro", ConfusionMatrix::accuracy);
    }

    /** Returns the mean over classes by how often each is right. */
    public static <L> F1<L> weighted() {
        return new F1<>(
                "weighted",
                matrix -> matrix.labels().stream()
                                .mapToDouble(label -> matrix.golds(label) * ofClass(matrix, label))
                                .sum()
                        / matrix.total());
    }

    @Override
    public double of(ConfusionMatrix<L> matrix) {
        return score.of(matrix);
    }

    private static <L> double ofClass(ConfusionMatrix<L> matrix, L label) {
        long both = matrix.golds(label) + matrix.predictions(label);
        return both == 0 ? 0 : 2.0 * matrix.count(label, label) / both;
    }

    @Override
    public String toString() {
        return "f1(" + average + ")";
    }
}
