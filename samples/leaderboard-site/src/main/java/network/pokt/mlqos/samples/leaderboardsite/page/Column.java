package network.pokt.mlqos.samples.leaderboardsite.page;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The columns of the leaderboard; names are sorted as texts. */
    static final List<Column> OF_THE_BOARD = List.of(
            new Column("rank", "Rank", "", true, NodeCard::place),
            new Column("node", "Node", "", true, card -> 0),
            new Column("score", "Score", "%", false, card -> card.line().value().value()),
            new Column("answered", "Answered", "%", false, card -> card.line().answered()),
            new Column(
                    "latency",
                    "Latency",
                    "median",
                    true,
                    card -> seconds(card.line().service().latency())),
            new Column(
                    "first",
                    "First token",
                    "median",
                    true,
                    card -> seconds(card.line().service().firstToken())),
            new Column(
                    "cost",
                    "Cost",
                    "per 1,000 right",
                    true,
                    card -> card.costPerRightAnswer()
                            .map(cost -> cost.amount().doubleValue())
                            .orElse(Double.NaN)));

    /** Sorts by this column, ties in the order that there was. */
    Comparator<NodeCard> comparator(boolean ascending) {
        Function<NodeCard, Double> value = card -> {
            double number = sorting.applyAsDouble(card);
            return Double.isNaN(number) ? Double.POSITIVE_INFINITY : ascending ? number : -number;
        };
        return Comparator.comparing(value);
    }

    private static double seconds(Optional<Duration> time) {
        return time.map(duration -> duration.toNanos() / 1e9).orElse(Double.NaN);
    }
}
