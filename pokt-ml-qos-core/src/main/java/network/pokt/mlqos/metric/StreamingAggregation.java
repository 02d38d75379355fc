package network.pokt.mlqos.metric;

import java.util.List;

/**
 * An aggregation that need not keep its items.
 *
 * @param <T> what one sample contributes
 */
public interface StreamingAggregation<T> extends Aggregation<T> {

    /** Returns an accumulator that has taken nothing yet. */
    Accumulator<T> start();

    @Override
    default double of(List<? extends T> items) {
        Accumulator<T> accumulator = start();
        items.forEach(accumulator::add);
        return accumulator.value();
    }
}
