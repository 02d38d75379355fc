package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.List;
import java.util.Locale;

/** Elements of an SVG image. Attributes are escaped; looks come from classes, since the content policy allows no inline styles. */
final class Svg {

    private Svg() {}

    /** Returns an element with attributes, which are names and values in turns; numbers are written with one decimal. */
    static Html element(String name, List<Html> children, Object... attributes) {
        StringBuilder markup = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            markup.append(' ').append(attributes[i]).append("=\"");
            markup.append(Html.escape(value instanceof Double number ? decimal(number) : value.toString()));
            markup.append('"');
        }
        if (children.isEmpty()) {
            return Html.written(markup.append("/>").toString());
        }
        return Html.written(markup.append('>')
                .append(Html.join(children))
                .append("</")
                .append(name)
                .append('>')
                .toString());
    }

    static Html text(double x, double y, String kind, String text) {
        return element("text", List.of(Html.of(text)), "x", x, "y", y, "class", kind);
    }

    static Html line(double x1, double y1, double x2, double y2, String kind) {
        return element("line", List.of(), "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", kind);
    }

    static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
