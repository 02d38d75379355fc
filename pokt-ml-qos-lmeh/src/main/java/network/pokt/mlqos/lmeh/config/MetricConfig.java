package network.pokt.mlqos.lmeh.config;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code metric_list}. Immutable.
 *
 * <p>What is not given has the default that the harness registers with the metric.
 */
public final class MetricConfig {

    private final Callee metric;
    private final @Nullable Callee aggregation;
    private final @Nullable Boolean higherIsBetter;
    private final boolean hfEvaluate;
    private final Map<String, @Nullable Object> arguments;

    MetricConfig(
            Callee metric,
            @Nullable Callee aggregation,
            @Nullable Boolean higherIsBetter,
            boolean hfEvaluate,
            Map<String, @Nullable Object> arguments) {
        this.metric = metric;
        this.aggregation = aggregation;
        this.higherIsBetter = higherIsBetter;
        this.hfEvaluate = hfEvaluate;
        this.arguments = arguments;
    }

    public Callee metric() {
        return metric;
    }

    /** Returns how the documents' values become one; empty for the metric's own way. */
    public Optional<Callee> aggregation() {
        return Optional.ofNullable(aggregation);
    }

    /** Returns whether more is better; empty for the metric's own direction. */
    public Optional<Boolean> higherIsBetter() {
        return Optional.ofNullable(higherIsBetter);
    }

    /** Returns whether the metric is one of Hugging Face's {@code evaluate}. */
    public boolean hfEvaluate() {
        return hfEvaluate;
    }

    /** Returns the remaining keys of the entry, which the metric takes as arguments if the task has no process_results. */
    public Map<String, @Nullable Object> arguments() {
        return arguments;
    }
}
