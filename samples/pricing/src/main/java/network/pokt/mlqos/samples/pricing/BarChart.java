package network.pokt.mlqos.samples.pricing;

import java.util.List;

/** A supplier's margin when one thing changes: a bar from the worse to the better value of each, widest first. */
record BarChart(List<Sensitivity.Bar> bars) {

    private static final int WIDTH = 760;
    private static final int LEFT = 330;
    private static final int RIGHT = 70;
    private static final int TOP = 60;
    private static final int ROW = 34;
    private static final int THICKNESS = 16;

    String svg() {
        List<Sensitivity.Bar> sorted = bars.stream()
                .sorted((a, b) -> Double.compare(b.high() - b.low(), a.high() - a.low()))
                .toList();
        int height = TOP + ROW * sorted.size() + 30;
        Svg svg = new Svg(WIDTH, height, "Margin of a supplier (income / cost - 1) when one thing changes");
        double zero = x(0);
        svg.line(zero, TOP - 16, zero, height - 20, Svg.INK);
        svg.text(zero, TOP - 20, "middle", Svg.INK, "0 %");
        for (int row = 0; row < sorted.size(); row++) {
            Sensitivity.Bar bar = sorted.get(row);
            double y = TOP + ROW * row;
            svg.text(LEFT - 75, y + 13, "end", Svg.INK, bar.name());
            svg.box(x(bar.low()), y, zero - x(bar.low()), THICKNESS, Svg.ORANGE);
            svg.box(zero, y, x(bar.high()) - zero, THICKNESS, Svg.BLUE);
            svg.text(x(bar.low()) - 4, y + 13, "end", Svg.ORANGE, bar.lowLabel());
            svg.text(x(bar.high()) + 4, y + 13, "start", Svg.BLUE, bar.highLabel());
        }
        return svg.end();
    }

    private double x(double margin) {
        double lowest = bars.stream().mapToDouble(Sensitivity.Bar::low).min().orElse(0);
        double highest = bars.stream().mapToDouble(Sensitivity.Bar::high).max().orElse(1);
        return LEFT + (margin - lowest) / (highest - lowest) * (WIDTH - LEFT - RIGHT);
    }
}
