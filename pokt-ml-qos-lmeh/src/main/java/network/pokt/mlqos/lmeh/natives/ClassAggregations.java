package network.pokt.mlqos.lmeh.natives;

import java.util.List;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.metric.Classified;
import network.pokt.mlqos.metric.ConfusionMatrix;
import network.pokt.mlqos.metric.F1;
import org.jspecify.annotations.Nullable;

/** scikit-learn's F1 over classes, averaged in three ways. */
final class ClassAggregations {

    private ClassAggregations() {}

    static void register(Entries entries) {
        // Nearly all tasks import this one from the harness itself.
        entries.add("../utils.py#weighted_f1_score", average(F1.weighted()));
        entries.add("aradice/piqa/metrics.py#weighted_f1_score", average(F1.weighted()));
        entries.add("aradice/piqa/metrics.py#macro_f1_score", average(F1.macro()));
        entries.add("aradice/piqa/metrics.py#micro_f1_score", average(F1.micro()));
    }

    private static AggregationFunction average(F1<Object> f1) {
        return items -> f1.of(matrix(items));
    }

    private static ConfusionMatrix<Object> matrix(List<? extends @Nullable Object> items) {
        ConfusionMatrix<Object> matrix = new ConfusionMatrix<>();
        Pairs.each(items, (gold, predicted) -> matrix.add(new Classified<>(Pairs.label(gold), Pairs.label(predicted))));
        return matrix;
    }
}
