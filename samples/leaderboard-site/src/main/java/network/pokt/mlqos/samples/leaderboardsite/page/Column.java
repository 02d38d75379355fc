package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;

/**
 * A column of the leaderboard by which it can be sorted.
 *
 * @param key what it is called in addresses and, as a class, in style sheets
 * @param name its heading
 * @param unit what its numbers are in, empty if they are in nothing
 * @param rising whether its lowest value is the best, so that sorting begins with it
 * @param sorting the value to sort by; NaN is always last
 */
record Column(String key, String name, String unit, boolean rising, ToDoubleFunction<NodeCard> sorting) {

    /** Sorts by this column, ties in the order that there was. */
    Comparator<NodeCard> comparator(boolean ascending) {
        Function<NodeCard, Double> value = card -> {
            double number = sorting.applyAsDouble(card);
            return Double.isNaN(number) ? Double.POSITIVE_INFINITY : ascending ? number : -number;
        };
        return Comparator.comparing(value);
    }
}
