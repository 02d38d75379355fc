package network.pokt.mlqos.metric;

/**
 * An aggregation that depends on the samples only through their confusion matrix.
 *
 * @param <L> classes
 */
@FunctionalInterface
public interface ConfusionAggregation<L> extends StreamingAggregation<Classified<L>> {

    /** Returns the aggregation of the samples that {@code matrix} counts, of which there is at least one. */
    double of(ConfusionMatrix<L> matrix);

    @Override
    default Accumulator<Classified<L>> start() {
        return new Accumulator<>() {
            private final ConfusionMatrix<L> matrix = new ConfusionMatrix<>();

            @Override
            public void add(Classified<L> sample) {
                matrix.add(sample);
            }

            @Override
            public double value() {
                return matrix.labels().isEmpty() ? Double.NaN : of(matrix);
            }
        };
    }
}
