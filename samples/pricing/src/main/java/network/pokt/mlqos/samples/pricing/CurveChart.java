package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.Locale;

/** Which share of two services' calls costs up to an amount, with the flat price of each: cost on a logarithmic scale. */
record CurveChart(String firstName, Costs first, String secondName, Costs second) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 60;
    private static final int RIGHT = 30;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final int POINTS = 200;

    String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, "Share of calls that cost up to ..., 8 B model, in dollars (logarithmic)");
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.GREY);
            svg.text(LEFT - 8, y + 4, "end", Svg.INK, percent + " %");
        }
        for (int power = lowest(); power <= highest(); power++) {
            double x = x(Math.pow(10, power));
            svg.line(x, TOP, x, HEIGHT - BOTTOM, Svg.GREY);
            svg.text(
                    x,
                    HEIGHT - BOTTOM + 18,
                    "middle",
                    Svg.INK,
                    "$ " + BigDecimal.ONE.movePointRight(power).toPlainString());
        }
        draw(svg, first, Svg.BLUE, firstName, 0);
        draw(svg, second, Svg.ORANGE, secondName, 1);
        return svg.end();
    }

    private void draw(Svg svg, Costs costs, String colour, String name, int place) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= POINTS; i++) {
            double share = (double) i / POINTS;
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(costs.quantile(share).doubleValue()), y(share)));
        }
        svg.curve(points.toString().strip(), colour);
        double mean = costs.mean().doubleValue();
        svg.line(x(mean), TOP, x(mean), HEIGHT - BOTTOM, colour);
        svg.text(LEFT + 330 * place, HEIGHT - 14, "start", colour, name + ", mean " + Markdown.dollars(costs.mean()));
    }

    private double x(double dollars) {
        double share = (Math.log10(dollars) - lowest()) / (highest() - lowest());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private int lowest() {
        return (int)
                Math.floor(Math.log10(first.quantile(0).min(second.quantile(0)).doubleValue()));
    }

    private int highest() {
        return (int) Math.ceil(Math.log10(first.largest().max(second.largest()).doubleValue()));
    }
}
