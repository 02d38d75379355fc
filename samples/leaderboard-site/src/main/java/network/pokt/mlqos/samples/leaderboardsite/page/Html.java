package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Text that is HTML already. It comes from templates, from {@link Svg}, or from other text by escaping; there is no other way, so that
 * nothing that a node calls itself becomes markup. Immutable.
 */
final class Html {

    static final Html NONE = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** Takes what this package wrote itself. */
    static Html written(String markup) {
        return new Html(markup);
    }

    /** Returns HTML as it is and anything else as escaped text, in which control characters show as a replacement. */
    static Html of(Object value) {
        return value instanceof Html html ? html : new Html(escape(value.toString()));
    }

    static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::toString).collect(Collectors.joining()));
    }

    /** Escapes for text and for quoted attributes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(shown(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Control and format characters, such as those that turn the direction of writing, and halves of characters are not shown. */
    private static boolean shown(int c) {
        int type = Character.getType(c);
        return c == '\n'
                || (type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.UNASSIGNED);
    }

    @Override
    public String toString() {
        return markup;
    }
}
