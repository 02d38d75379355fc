package network.pokt.mlqos.lmeh.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task.
 *
 * @param name the task's name
 * @param alias the name for people, by default the same
 * @param metrics its numbers in the order of its metrics and filters
 * @param version {@code metadata.version} as it is written in the task, or {@code "Yaml"}
 * @param fewShot how many examples there were
 * @param higherIsBetter for each metric whether more is better, or null if it is not known
 * @param documents how many documents the task has
 * @param evaluated how many of them were evaluated
 * @param samplesHash the task's entry in {@code task_hashes}, null if no samples were logged
 * @param config the task's settings by their names in a task file
 */
public record TaskResult(
        String name,
        String alias,
        List<MetricResult> metrics,
        Object version,
        int fewShot,
        Map<String, @Nullable Boolean> higherIsBetter,
        int documents,
        int evaluated,
        @Nullable String samplesHash,
        Map<String, @Nullable Object> config) {

    public TaskResult {
        metrics = List.copyOf(metrics);
    }

    Map<String, @Nullable Object> result() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("name", name);
        result.put("alias", alias);
        result.put("sample_len", evaluated);
        metrics.forEach(metric -> metric.putInto(result));
        return result;
    }
}
