package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.List;
import network.pokt.mlqos.stats.Estimate;

/** A score from 0 to 1 as a point in its interval, small enough for a line of a table. The figures stand beside it as text. */
final class IntervalBar {

    private static final double WIDTH = 208;
    private static final double HEIGHT = 18;
    private static final double MARGIN = 5;

    private IntervalBar() {}

    static Html of(Estimate score) {
        double middle = HEIGHT / 2;
        Html axis = Html.join(List.of(
                Svg.line(MARGIN, middle, WIDTH - MARGIN, middle, "rail"),
                Svg.line(x(0.5), middle - 3, x(0.5), middle + 3, "rail")));
        Html mark = Double.isFinite(score.value())
                ? Html.join(List.of(
                        Svg.line(
                                x(score.interval().lower()),
                                middle,
                                x(score.interval().upper()),
                                middle,
                                "reach"),
                        Svg.element(
                                "circle", List.of(), "cx", x(score.value()), "cy", middle, "r", 3.5, "class", "value")))
                : Html.NONE;
        return Svg.element(
                "svg",
                List.of(axis, mark),
                "class",
                "interval",
                "viewBox",
                "0 0 " + Svg.decimal(WIDTH) + " " + Svg.decimal(HEIGHT),
                "aria-hidden",
                "true",
                "focusable",
                "false");
    }

    private static double x(double score) {
        return MARGIN + Math.max(0, Math.min(1, score)) * (WIDTH - 2 * MARGIN);
    }
}
