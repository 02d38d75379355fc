package network.pokt.mlqos.lmeh.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.lmeh.function.MetricFunction;
import network.pokt.mlqos.lmeh.match.ToolCallScore;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Summary;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a task.
 *
 * @param name the name that its results go by
 * @param higherIsBetter which direction is good
 * @param summary what becomes of the documents' items
 * @param function compares a prediction with references, where the task generates; empty where the output type or the task's
 *     own function says what the items are
 * @param arguments what the function is given besides
 */
public record TaskMetric(
        String name,
        boolean higherIsBetter,
        Summary summary,
        Optional<MetricFunction> function,
        Map<String, @Nullable Object> arguments) {

    /** Returns whether it judges tool calls, of which a list is one answer rather than several that are right. */
    public boolean isOfToolCalls() {
        return name.equals(ToolCallScore.METRIC) || name.equals(ToolCallScore.F1_METRIC);
    }

    /** Returns what is reported for the answers that went through a filter pipeline. */
    public Measure measure(String pipeline) {
        return new Measure(name, pipeline, higherIsBetter, summary);
    }

    /** Returns what the metric makes of one document. */
    public @Nullable Object score(
            List<? extends @Nullable Object> references, List<? extends @Nullable Object> predictions) {
        return function.orElseThrow(() -> new IllegalArgumentException(
                        "The metric " + name + " does not compare texts; use one that does, such as exact_match."))
                .apply(references, predictions, arguments);
    }
}
