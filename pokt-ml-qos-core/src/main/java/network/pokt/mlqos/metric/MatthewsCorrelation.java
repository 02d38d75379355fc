package network.pokt.mlqos.metric;

/**
 * The correlation of right and chosen classes, -1 to 1, and 0 if either side has only one class: {@code matthews_corrcoef}.
 *
 * <p>For two classes 1 is perfect, 0 is chance and -1 is the reverse; for more the least value is higher. Source: J. Gorodkin,
 * "Comparing two K-category assignments by a K-category correlation coefficient", Comput. Biol. Chem. 28, 2004; values are those
 * of scikit-learn 1.9.1, which are those of lm-evaluation-harness 0.4.13.
 *
 * @param <L> classes
 */
public record MatthewsCorrelation<L>() implements ConfusionAggregation<L> {

    @Override
    public double of(ConfusionMatrix<L> matrix) {
        double total = matrix.total();
        double together = 0;
        double golds = 0;
        double predictions = 0;
        for (L label : matrix.labels()) {
            double gold = matrix.golds(label);
            double predicted = matrix.predictions(label);
            together += gold * predicted;
            golds += gold * gold;
            predictions += predicted * predicted;
        }
        double spread = (total * total - golds) * (total * total - predictions);
        return spread == 0 ? 0 : (matrix.correct() * total - together) / Math.sqrt(spread);
    }
}
