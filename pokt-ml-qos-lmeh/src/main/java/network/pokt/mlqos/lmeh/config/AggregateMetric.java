package network.pokt.mlqos.lmeh.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry of a group's {@code aggregate_metric_list}: a mean over its tasks. Immutable. */
public final class AggregateMetric {

    private final String metric;
    private final @Nullable List<String> filters;
    private final boolean weightBySize;

    AggregateMetric(Fields entry) {
        Callee callee = entry.callee("metric");
        if (callee == null) {
            throw entry.wrong("metric", "the metric's name");
        }
        this.metric = callee.name();
        this.filters = entry.has("filter_list") ? entry.texts("filter_list") : null;
        if (!entry.text("aggregation", "mean").equals("mean")) {
            throw entry.wrong("aggregation", "mean, the only one there is for groups");
        }
        this.weightBySize = !entry.has("weight_by_size") || isTrue(entry);
    }

    /** Returns the metric's name as results have it. */
    public String metric() {
        return metric;
    }

    /** Returns the filters whose results count; empty for all that the tasks have. */
    public Optional<List<String>> filters() {
        return Optional.ofNullable(filters);
    }

    /** Returns whether a task counts by its documents; else each counts the same. */
    public boolean weightBySize() {
        return weightBySize;
    }

    /** A task of the harness has the text 'truez' here, which Python takes for true. */
    private static boolean isTrue(Fields entry) {
        return entry.raw("weight_by_size") instanceof String text ? !text.isEmpty() : entry.flag("weight_by_size");
    }
}
