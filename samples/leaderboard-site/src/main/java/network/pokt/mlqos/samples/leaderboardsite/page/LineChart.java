package network.pokt.mlqos.samples.leaderboardsite.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Lines over days, each with the band of its intervals. Immutable.
 *
 * @param title what is drawn, for those who cannot see it
 * @param series at most two
 * @param marks moments to point out, such as those of alarms
 * @param label how a value of the axis is written
 * @param top the upper end of the axis, or 0 to let the data decide; the lower end is always 0
 */
record LineChart(String title, List<Series> series, List<Instant> marks, DoubleFunction<String> label, double top) {

    private static final double WIDTH = 420;
    private static final double HEIGHT = 190;
    private static final double LEFT = 56;
    private static final double RIGHT = 14;
    private static final double UP = 12;
    private static final double DOWN = 28;
    private static final int TICKS = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

    /** A line, whose class is {@code first} or {@code second}. */
    record Series(String kind, List<Point> points) {}

    /** A value at a time; where there is no interval its ends are the value. */
    record Point(Instant at, double value, double lower, double upper) {

        static Point of(Instant at, double value) {
            return new Point(at, value, value, value);
        }
    }

    /** Draws the chart. */
    Html draw() {
        List<Point> all = series.stream().flatMap(one -> one.points().stream()).toList();
        if (all.isEmpty()) {
            return Html.written("<p class=\"empty\">Nothing was measured yet.</p>");
        }
        Frame frame = Frame.of(all, top);
        List<Html> parts = new ArrayList<>();
        parts.add(Svg.element("title", List.of(Html.of(title))));
        for (double tick = 0; tick <= frame.top + frame.step / 2; tick += frame.step) {
            parts.add(Svg.line(LEFT, frame.y(tick), WIDTH - RIGHT, frame.y(tick), "grid"));
            parts.add(Svg.text(LEFT - 8, frame.y(tick) + 4, "y", label.apply(tick)));
        }
        for (Instant day : frame.days()) {
            String text = DAY.format(day.atOffset(ZoneOffset.UTC));
            parts.add(Svg.text(frame.x(day), HEIGHT - 8, "x", text));
        }
        for (Instant mark : marks) {
            if (frame.shows(mark)) {
                parts.add(Svg.line(frame.x(mark), UP, frame.x(mark), HEIGHT - DOWN, "moment"));
            }
        }
        series.forEach(one -> draw(parts, one, frame));
        return Svg.element(
                "svg",
                parts,
                "class",
                "chart",
                "viewBox",
                "0 0 " + Svg.decimal(WIDTH) + " " + Svg.decimal(HEIGHT),
                "role",
                "img");
    }

    private static void draw(List<Html> parts, Series one, Frame frame) {
        String upper = one.points().stream()
                .map(point -> frame.at(point.at(), point.upper()))
                .collect(Collectors.joining(" "));
        List<Point> back = new ArrayList<>(one.points());
        Collections.reverse(back);
        String lower =
                back.stream().map(point -> frame.at(point.at(), point.lower())).collect(Collectors.joining(" "));
        parts.add(Svg.element("polygon", List.of(), "points", upper + " " + lower, "class", "band " + one.kind()));
        String line = one.points().stream()
                .map(point -> frame.at(point.at(), point.value()))
                .collect(Collectors.joining(" "));
        parts.add(Svg.element("polyline", List.of(), "points", line, "class", "line " + one.kind()));
        for (Point point : one.points()) {
            parts.add(Svg.element(
                    "circle",
                    List.of(),
                    "cx",
                    frame.x(point.at()),
                    "cy",
                    frame.y(point.value()),
                    "r",
                    2.5,
                    "class",
                    "dot " + one.kind()));
        }
    }

    /** Where times and values lie in the picture. */
    private record Frame(Instant from, Instant to, double top, double step) {

        static Frame of(List<Point> all, double top) {
            double highest = top > 0
                    ? top
                    : all.stream()
                            .flatMapToDouble(point -> DoubleStream.of(point.upper()))
                            .max()
                            .orElse(1);
            double step = step(highest > 0 ? highest : 1);
            return new Frame(
                    all.stream().map(Point::at).min(Instant::compareTo).orElseThrow(),
                    all.stream().map(Point::at).max(Instant::compareTo).orElseThrow(),
                    Math.ceil(highest / step - 1e-9) * step,
                    step);
        }

        /** A step of 1, 2, 2.5 or 5 times a power of ten, so that some four of them reach the top. */
        private static double step(double top) {
            double power = Math.pow(10, Math.floor(Math.log10(top / TICKS)));
            return DoubleStream.of(1, 2, 2.5, 5, 10)
                    .map(factor -> factor * power)
                    .filter(step -> step * TICKS >= top * (1 - 1e-9))
                    .findFirst()
                    .orElse(10 * power);
        }

        boolean shows(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }

        double x(Instant at) {
            double span = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
            double share = from.equals(to) ? 0.5 : (at.toEpochMilli() - from.toEpochMilli()) / span;
            return LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 24);
        }

        double y(double value) {
            double share = Math.max(0, Math.min(1, value / (top > 0 ? top : 1)));
            return HEIGHT - DOWN - share * (HEIGHT - UP - DOWN);
        }

        String at(Instant at, double value) {
            return Svg.decimal(x(at)) + "," + Svg.decimal(y(value));
        }

        /** The first day, the last, and one between them where there is room. */
        List<Instant> days() {
            Instant middle = from.plusMillis((to.toEpochMilli() - from.toEpochMilli()) / 2);
            return from.equals(to) ? List.of(from) : List.of(from, middle, to);
        }
    }
}
