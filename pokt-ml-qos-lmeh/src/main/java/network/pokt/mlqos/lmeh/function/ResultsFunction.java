package network.pokt.mlqos.lmeh.function;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/** {@code process_results}: judges the responses to one document. */
@FunctionalInterface
public non-sealed interface ResultsFunction extends NativeFunction {

    /**
     * Returns values by metric, which the metrics' aggregations take.
     *
     * @param results what is left of the responses after a filter pipeline: texts for tasks that generate; for likelihoods
     *     {@link network.pokt.mlqos.template.PythonTuple}s of a Double and a Boolean
     */
    Map<String, @Nullable Object> apply(Doc doc, List<?> results);
}
