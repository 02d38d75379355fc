package network.pokt.mlqos.lmeh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a group says of itself. Its members are a {@link TaskGroup}'s. Immutable. */
public final class GroupConfig {

    /** The fields of a group; every other one is handed on to its tasks. */
    static final Set<String> KEYS = Set.of("group", "group_alias", "task", "aggregate_metric_list", "metadata");

    private final String group;
    private final @Nullable String alias;
    private final List<AggregateMetric> metrics;
    private final Map<String, @Nullable Object> metadata;

    private GroupConfig(String group, Fields fields) {
        this.group = group;
        this.alias = fields.text("group_alias");
        this.metrics = metrics(fields);
        this.metadata = fields.named("metadata");
    }

    /**
     * Returns the group of this name that these fields describe.
     *
     * @throws ConfigException if a field has a value of the wrong type
     */
    static GroupConfig of(String group, Fields fields) {
        return new GroupConfig(group, fields);
    }

    public String group() {
        return group;
    }

    /** Returns {@code group_alias}, the name for tables. */
    public Optional<String> alias() {
        return Optional.ofNullable(alias);
    }

    /** Returns {@code aggregate_metric_list}, empty if the group has no value of its own. */
    public List<AggregateMetric> metrics() {
        return metrics;
    }

    /** Returns {@code metadata}, empty if there is none. */
    public Map<String, @Nullable Object> metadata() {
        return metadata;
    }

    private static List<AggregateMetric> metrics(Fields fields) {
        if (fields.raw("aggregate_metric_list") instanceof Map<?, ?> one) {
            return List.of(new AggregateMetric(fields.element("aggregate_metric_list", 0, one)));
        }
        List<AggregateMetric> metrics = new ArrayList<>();
        for (Object entry : fields.list("aggregate_metric_list")) {
            metrics.add(new AggregateMetric(fields.element("aggregate_metric_list", metrics.size(), entry)));
        }
        return List.copyOf(metrics);
    }
}
