package network.pokt.mlqos.lmeh.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code aggregation}: makes one number of the values of all documents. */
@FunctionalInterface
public non-sealed interface AggregationFunction extends NativeFunction {

    /** Returns the number, NaN where the reference has none; the items are what metric or process_results made. */
    double apply(List<? extends @Nullable Object> items);
}
