package network.pokt.mlqos.lmeh.result;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One number of a task or group.
 *
 * @param metric the metric's name, such as {@code acc}
 * @param filter the filter's name, {@code none} without one
 * @param standardError its standard error, if there is one
 */
public record MetricResult(String metric, String filter, double value, OptionalDouble standardError) {

    private static final String UNKNOWN = "N/A";

    String key() {
        return metric + "," + filter;
    }

    void putInto(Map<String, @Nullable Object> result) {
        result.put(key(), value);
        result.put(
                metric + "_stderr," + filter,
                standardError.isPresent() ? (Object) standardError.getAsDouble() : UNKNOWN);
    }
}
