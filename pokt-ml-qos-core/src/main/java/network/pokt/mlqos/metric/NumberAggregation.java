package network.pokt.mlqos.metric;

import java.util.List;

/** An aggregation of numbers, which need no boxes. */
@FunctionalInterface
public interface NumberAggregation extends Aggregation<Double> {

    /** Returns the aggregation of {@code values}, NaN if there are none; leaves them as they are. */
    double of(double... values);

    @Override
    default double of(List<? extends Double> items) {
        return of(items.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
