package network.pokt.mlqos.lmeh.function;

import network.pokt.mlqos.lmeh.filter.FilterArguments;
import network.pokt.mlqos.lmeh.filter.ResponseFilter;

/** A filter class of a task, or the {@code filter_fn} of the filter {@code custom}. */
@FunctionalInterface
public non-sealed interface FilterFunction extends NativeFunction {

    /**
     * Returns the filter, made once for all documents.
     *
     * @param arguments the further keys of the filter, none for {@code custom}
     * @throws IllegalArgumentException if the filter does not take these arguments
     */
    ResponseFilter create(FilterArguments arguments);
}
