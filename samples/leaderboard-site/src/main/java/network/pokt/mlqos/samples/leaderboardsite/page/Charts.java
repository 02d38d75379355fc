package network.pokt.mlqos.samples.leaderboardsite.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.samples.leaderboardsite.measure.NodeHistory;
import network.pokt.mlqos.samples.leaderboardsite.measure.NodeHistory.Day;
import network.pokt.mlqos.samples.leaderboardsite.page.LineChart.Point;
import network.pokt.mlqos.samples.leaderboardsite.page.LineChart.Series;

/** Score, latency and cost over time, of one node or of two. */
final class Charts {

    private static final Template FIGURE = Template.of("figure.html");
    private static final List<String> KINDS = List.of("first", "second");

    private Charts() {}

    /** Draws three charts, in which the moments of alarms are marked. */
    static Html of(List<NodeHistory> histories, List<Instant> alarms) {
        return Html.join(List.of(
                figure(
                        "Score by day",
                        "Share of right answers of each day, in percent, with its 95 % interval.",
                        histories,
                        alarms,
                        Charts::score,
                        value -> String.format(Locale.ROOT, "%.0f %%", 100 * value),
                        1),
                figure(
                        "Latency by day",
                        "Median time of an answer of each day.",
                        histories,
                        alarms,
                        day -> day.latency().map(time -> Point.of(day.from(), time.toNanos() / 1e9)),
                        value -> Svg.decimal(value * 1000) + " ms",
                        0),
                figure(
                        "Cost by day",
                        "What a thousand right answers cost on each day" + currency(histories) + ".",
                        histories,
                        alarms,
                        day -> day.costPerRightAnswer()
                                .map(cost -> Point.of(day.from(), cost.amount().doubleValue() * 1000)),
                        value -> Rate.format(BigDecimal.valueOf(value)),
                        0)));
    }

    private static Optional<Point> score(Day day) {
        return day.score().n() == 0
                ? Optional.empty()
                : Optional.of(new Point(
                        day.from(),
                        day.score().value(),
                        day.score().interval().lower(),
                        day.score().interval().upper()));
    }

    private static String currency(List<NodeHistory> histories) {
        return histories.stream()
                .flatMap(history -> history.days().stream())
                .flatMap(day -> day.costPerRightAnswer().stream())
                .map(cost -> ", in " + cost.currency())
                .findFirst()
                .orElse("");
    }

    private static Html figure(
            String title,
            String caption,
            List<NodeHistory> histories,
            List<Instant> alarms,
            Function<Day, Optional<Point>> value,
            DoubleFunction<String> label,
            double top) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            List<Point> points = histories.get(i).days().stream()
                    .flatMap(day -> value.apply(day).stream())
                    .toList();
            if (!points.isEmpty()) {
                series.add(new Series(KINDS.get(i), points));
            }
        }
        return FIGURE.fill(Map.of(
                "title", title, "caption", caption, "chart", new LineChart(title, series, alarms, label, top).draw()));
    }
}
