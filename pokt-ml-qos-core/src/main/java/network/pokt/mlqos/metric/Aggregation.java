package network.pokt.mlqos.metric;

import java.util.List;

/**
 * What becomes of the results of many samples: one number. A pure function of the items and their order, safe for use by many
 * threads.
 *
 * <p>An aggregation of no item is NaN.
 *
 * @param <T> what one sample contributes
 */
@FunctionalInterface
public interface Aggregation<T> {

    /** Returns the aggregation of {@code items}, NaN if there are none. */
    double of(List<? extends T> items);
}
