package network.pokt.mlqos.lmeh.config;

import java.util.List;
import java.util.Map;

/**
 * One entry of {@code filter_list}: filters in a row.
 *
 * @param name the name that stands behind the comma of a metric's key, such as {@code strict-match}
 * @param steps the filters, first to last
 */
public record PipelineConfig(String name, List<FilterConfig> steps) {

    /** What a task without {@code filter_list} has. */
    public static final PipelineConfig NONE =
            new PipelineConfig("none", List.of(new FilterConfig(new Callee.Named("take_first"), Map.of())));

    public PipelineConfig {
        steps = List.copyOf(steps);
    }
}
