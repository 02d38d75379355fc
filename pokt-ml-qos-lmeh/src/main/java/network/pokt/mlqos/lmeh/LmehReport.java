package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.lmeh.config.TaskTree;
import network.pokt.mlqos.lmeh.result.GroupResult;
import network.pokt.mlqos.lmeh.result.MetricResult;
import network.pokt.mlqos.lmeh.result.TaskResult;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One node's results in the terms of lm-evaluation-harness: tasks, and groups over them.
 *
 * <p>Numbers are over the documents that were answered; how many failed is in {@link TaskReport}.
 *
 * @param tasks the results of the tasks in the order of the run
 * @param groups the results of groups, each after those that are in it
 */
public record LmehReport(List<TaskResult> tasks, List<GroupResult> groups) {

    public LmehReport {
        tasks = List.copyOf(tasks);
        groups = List.copyOf(groups);
    }

    /**
     * Returns the results of one node.
     *
     * @param report what the run found about the node
     * @param tasks the tasks of the run
     * @param trees the tasks and groups that were asked for, whose tasks are all among the run's
     * @param sampleHashes for each task the hash of its samples file, if samples were logged
     */
    public static LmehReport of(
            NodeReport report, List<LmehTask> tasks, List<TaskTree> trees, Map<String, String> sampleHashes) {
        Map<String, TaskResult> results = new LinkedHashMap<>();
        for (LmehTask task : tasks) {
            results.put(task.name(), result(task, report.task(task.name()), sampleHashes.get(task.name())));
        }
        return new LmehReport(new ArrayList<>(results.values()), GroupScores.of(trees, results));
    }

    private static TaskResult result(LmehTask task, TaskReport report, @Nullable String samplesHash) {
        List<MetricResult> metrics = new ArrayList<>();
        Map<String, @Nullable Boolean> directions = new LinkedHashMap<>();
        for (Measure measure : task.measures()) {
            Estimate estimate = report.score(measure.key());
            OptionalDouble error = Double.isNaN(estimate.standardError())
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(estimate.standardError());
            metrics.add(new MetricResult(measure.metric(), measure.filter(), estimate.value(), error));
            directions.put(measure.metric(), measure.higherIsBetter());
        }
        Object version = task.config().version();
        return new TaskResult(
                task.name(),
                task.config().alias().orElse(task.name()),
                metrics,
                version == null ? "Yaml" : version,
                task.config().numFewShot().orElse(0),
                directions,
                task.originalSize(),
                report.answered(),
                samplesHash,
                new LinkedHashMap<>(task.config().toMap()));
    }
}
