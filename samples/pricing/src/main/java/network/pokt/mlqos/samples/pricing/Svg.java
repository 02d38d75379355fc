package network.pokt.mlqos.samples.pricing;

import java.util.Locale;

/** A drawing that grows element by element. Positions are in pixels from the upper left corner. */
final class Svg {

    static final String INK = "#24292f";
    static final String GREY = "#afb8c1";
    static final String BLUE = "#0969da";
    static final String ORANGE = "#bc4c00";

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\" role=\"img\">%n<title>%s</title>%n<rect width=\"100%%\" height=\"100%%\""
                        + " fill=\"white\"/>%n",
                width, height, escape(title));
        text(20, 24, "start", INK, title);
    }

    void line(double x1, double y1, double x2, double y2, String colour) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, colour);
    }

    void box(double x, double y, double width, double height, String colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n", x, y, width, height, colour);
    }

    void curve(String points, String colour) {
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", points, colour);
    }

    /** Writes a text at its {@code start}, {@code middle} or {@code end}. */
    void text(double x, double y, String anchor, String colour, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x, y, anchor, colour, escape(words));
    }

    String end() {
        return text + "</svg>\n";
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
