package network.pokt.mlqos.metric;

/**
 * An aggregation under way: takes items one at a time and knows at any moment what they amount to. Not thread-safe.
 *
 * @param <T> what one sample contributes
 */
public interface Accumulator<T> {

    /** Takes one more item. */
    void add(T item);

    /** Returns the aggregation of the items so far, NaN before the first. */
    double value();
}
