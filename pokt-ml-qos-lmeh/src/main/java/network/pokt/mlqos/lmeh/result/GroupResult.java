package network.pokt.mlqos.lmeh.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What became of a group of tasks.
 *
 * @param name the group's name
 * @param alias the name for people, by default the same
 * @param members the names of the tasks and groups directly in it
 * @param metrics its numbers, none for a group that only holds tasks together
 * @param sampleCounts for each key of a metric, such as {@code acc,none}, how many documents went into it
 * @param evaluated how many documents were evaluated in all its tasks
 * @param version {@code metadata.version} as a text, or {@code "N/A"}; null if the group has none to show
 * @param fewShot how many examples its tasks had, if all had as many
 * @param higherIsBetter for each metric whether more is better, or null if its tasks do not agree; empty to leave it out, as
 *     lm-evaluation-harness does with a group of groups
 */
public record GroupResult(
        String name,
        String alias,
        List<String> members,
        List<MetricResult> metrics,
        Map<String, Integer> sampleCounts,
        int evaluated,
        @Nullable String version,
        OptionalInt fewShot,
        Map<String, @Nullable Boolean> higherIsBetter) {

    public GroupResult {
        members = List.copyOf(members);
        metrics = List.copyOf(metrics);
    }

    Map<String, @Nullable Object> result() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("alias", alias);
        result.put("name", name);
        result.put("sample_len", evaluated);
        metrics.forEach(metric -> metric.putInto(result));
        result.put("sample_count", sampleCounts);
        return result;
    }
}
