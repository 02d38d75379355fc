package network.pokt.mlqos.lmeh.function;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code metric}: compares predictions with references. */
@FunctionalInterface
public non-sealed interface MetricFunction extends NativeFunction {

    /**
     * Returns what the metric makes of one document: a number, a map of numbers by metric, or a pair for its aggregation.
     *
     * @param arguments the further keys of the entry in {@code metric_list}
     */
    @Nullable
    Object apply(
            List<? extends @Nullable Object> references,
            List<? extends @Nullable Object> predictions,
            Map<String, @Nullable Object> arguments);
}
