package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import network.pokt.mlqos.lmeh.config.AggregateMetric;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.config.TaskGroup;
import network.pokt.mlqos.lmeh.config.TaskTree;
import network.pokt.mlqos.lmeh.result.GroupResult;
import network.pokt.mlqos.lmeh.result.MetricResult;
import network.pokt.mlqos.lmeh.result.TaskResult;
import org.jspecify.annotations.Nullable;

/** What becomes of groups: means over all tasks in them, however deep, as lm-evaluation-harness 0.4.13 takes them. */
final class GroupScores {

    private final Map<String, TaskResult> tasks;
    private final Map<String, GroupResult> groups = new LinkedHashMap<>();

    private GroupScores(Map<String, TaskResult> tasks) {
        this.tasks = tasks;
    }

    /** Returns the results of all groups in the trees, each after those that are in it. */
    static List<GroupResult> of(List<TaskTree> trees, Map<String, TaskResult> tasks) {
        GroupScores scores = new GroupScores(tasks);
        trees.forEach(scores::add);
        return List.copyOf(scores.groups.values());
    }

    private void add(TaskTree tree) {
        if (tree instanceof TaskGroup group && !groups.containsKey(group.name())) {
            group.members().forEach(this::add);
            groups.put(group.name(), result(group));
        }
    }

    private GroupResult result(TaskGroup group) {
        List<TaskResult> leaves = group.tasks().stream()
                .map(TaskConfig::name)
                .distinct()
                .map(tasks::get)
                .toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<MetricResult> metrics = new ArrayList<>();
        for (AggregateMetric metric : group.config().metrics()) {
            for (String filter : filters(metric, leaves)) {
                mean(metric, filter, leaves, counts).ifPresent(metrics::add);
            }
        }
        boolean flat = group.members().stream().allMatch(TaskConfig.class::isInstance);
        return new GroupResult(
                group.name(),
                group.config().alias().orElse(group.name()),
                group.members().stream().map(TaskTree::name).toList(),
                metrics,
                counts,
                leaves.stream().mapToInt(TaskResult::evaluated).sum(),
                version(group),
                flat ? sameShots(leaves) : OptionalInt.empty(),
                flat ? directions(leaves) : Map.of());
    }

    private static Set<String> filters(AggregateMetric metric, List<TaskResult> leaves) {
        if (metric.filters().isPresent()) {
            return new LinkedHashSet<>(metric.filters().get());
        }
        Set<String> filters = new LinkedHashSet<>();
        for (TaskResult leaf : leaves) {
            leaf.metrics().stream()
                    .filter(result -> result.metric().equals(metric.metric()))
                    .forEach(result -> filters.add(result.filter()));
        }
        return filters;
    }

    private static Optional<MetricResult> mean(
            AggregateMetric metric, String filter, List<TaskResult> leaves, Map<String, Integer> counts) {
        double weighted = 0;
        double weights = 0;
        int documents = 0;
        List<Part> parts = new ArrayList<>();
        for (TaskResult leaf : leaves) {
            for (MetricResult result : leaf.metrics()) {
                if (result.metric().equals(metric.metric()) && result.filter().equals(filter)) {
                    int weight = metric.weightBySize() ? leaf.evaluated() : 1;
                    weighted += result.value() * weight;
                    weights += weight;
                    documents += leaf.evaluated();
                    parts.add(new Part(result.standardError(), leaf.evaluated()));
                }
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        counts.put(metric.metric() + "," + filter, documents);
        OptionalDouble error = metric.weightBySize() ? pooled(parts) : ofMean(parts);
        return Optional.of(new MetricResult(metric.metric(), filter, weighted / weights, error));
    }

    private record Part(OptionalDouble error, int documents) {}

    /** The error of the mean over all documents, from the variances within the tasks. */
    private static OptionalDouble pooled(List<Part> parts) {
        double squares = 0;
        double documents = 0;
        for (Part part : parts) {
            if (part.error.isEmpty()) {
                return OptionalDouble.empty();
            }
            double error = part.error.getAsDouble();
            squares += (part.documents - 1) * error * error * part.documents;
            documents += part.documents;
        }
        return OptionalDouble.of(Math.sqrt(squares / (documents - parts.size()) / documents));
    }

    /** The error of the mean of independent values. */
    private static OptionalDouble ofMean(List<Part> parts) {
        double squares = 0;
        for (Part part : parts) {
            if (part.error.isEmpty()) {
                return OptionalDouble.empty();
            }
            squares += part.error.getAsDouble() * part.error.getAsDouble();
        }
        return OptionalDouble.of(Math.sqrt(squares) / parts.size());
    }

    private static String version(TaskGroup group) {
        Object version = group.config().metadata().get("version");
        return version == null ? "N/A" : String.valueOf(version);
    }

    private static OptionalInt sameShots(List<TaskResult> leaves) {
        return leaves.stream().mapToInt(TaskResult::fewShot).distinct().count() == 1
                ? OptionalInt.of(leaves.get(0).fewShot())
                : OptionalInt.empty();
    }

    private static Map<String, @Nullable Boolean> directions(List<TaskResult> leaves) {
        Map<String, @Nullable Boolean> directions = new LinkedHashMap<>();
        for (TaskResult leaf : leaves) {
            leaf.higherIsBetter().forEach((metric, higher) -> {
                boolean agrees = !directions.containsKey(metric) || Objects.equals(directions.get(metric), higher);
                directions.put(metric, agrees ? higher : null);
            });
        }
        return directions;
    }
}
