package network.pokt.mlqos.lmeh.function;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/** A filter class of a task, or the {@code filter_fn} of the filter {@code custom}. */
@FunctionalInterface
public non-sealed interface FilterFunction extends NativeFunction {

    /**
     * Returns what is left of the responses.
     *
     * @param responses per document the responses to its requests, as many as there are repeats
     * @param docs the documents, as many as there are lists of responses
     * @param arguments the further keys of the filter
     */
    List<List<@Nullable Object>> apply(
            List<List<@Nullable Object>> responses, List<Doc> docs, Map<String, @Nullable Object> arguments);
}
