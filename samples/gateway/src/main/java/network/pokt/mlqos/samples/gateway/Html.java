package network.pokt.mlqos.samples.gateway;

import java.util.Locale;

/** HTML that grows: whatever goes through {@link #text} is escaped, for nodes choose their own names. Not thread-safe. */
final class Html {

    private final StringBuilder page = new StringBuilder(1 << 14);

    /** Adds markup of our own. */
    Html tag(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /** Adds text within an element. */
    Html text(String open, String text, String close) {
        page.append(open).append(escape(text)).append(close).append('\n');
        return this;
    }

    /** Adds a table's head, with # before the names of columns of numbers; it scrolls by itself where the screen is narrow. */
    Html table(String caption, String... columns) {
        tag("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + escape(caption)
                + "\"><table><thead><tr>");
        for (String column : columns) {
            boolean number = column.startsWith("# ");
            text(
                    number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">",
                    number ? column.substring(2) : column,
                    "</th>");
        }
        return tag("</tr></thead><tbody>");
    }

    Html endTable() {
        return tag("</tbody></table></div>");
    }

    Html cell(String text) {
        return text("<td>", text, "</td>");
    }

    Html number(String format, Object... values) {
        return text("<td class=\"number\">", String.format(Locale.ROOT, format, values), "</td>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
