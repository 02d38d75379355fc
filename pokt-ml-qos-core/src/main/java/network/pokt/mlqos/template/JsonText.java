package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as JSON, laid out as Python's {@code json.dumps} does. */
final class JsonText {

    /** The layout of {@code json.dumps}. */
    record Layout(
            boolean asciiOnly, @Nullable String indent, String itemSeparator, String keySeparator, boolean sortKeys) {}

    private final Layout layout;
    private final Meter meter;
    private final StringBuilder out = new StringBuilder();
    private int level;

    private JsonText(Layout layout, Meter meter) {
        this.layout = layout;
        this.meter = meter;
    }

    static String of(@Nullable Object value, Layout layout, Meter meter) {
        JsonText json = new JsonText(layout, meter);
        json.append(value);
        meter.spendText(json.out.length());
        return json.out.toString();
    }

    private void append(@Nullable Object value) {
        meter.enter(1);
        if (value instanceof String text) {
            appendText(text);
        } else if (value instanceof Map<?, ?> map) {
            appendDict(map);
        } else if (value instanceof List<?> list && !(value instanceof Typed)) {
            appendList(list);
        } else if (value == null || Arithmetic.isNumber(value)) {
            write(scalar(value));
        } else {
            throw Values.unsuited("JSON", value);
        }
        meter.leave(1);
    }

    private String scalar(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Boolean bool) {
            return bool.toString();
        } else if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            return number.isNaN() ? "NaN" : (number > 0 ? "Infinity" : "-Infinity");
        }
        return PythonRepr.repr(value, meter);
    }

    private void appendList(List<?> list) {
        write("[");
        level++;
        boolean first = true;
        for (Object element : list) {
            separate(first);
            append(element);
            first = false;
        }
        close(first, "]");
    }

    private void appendDict(Map<?, ?> dict) {
        write("{");
        level++;
        boolean first = true;
        for (Object item : items(dict)) {
            PythonTuple entry = (PythonTuple) item;
            separate(first);
            appendText(key(entry.get(0)));
            write(layout.keySeparator());
            append(entry.get(1));
            first = false;
        }
        close(first, "}");
    }

    private List<Object> items(Map<?, ?> dict) {
        List<Object> items = new ArrayList<>(Methods.items(dict, meter));
        if (layout.sortKeys()) {
            items.sort((a, b) -> Comparisons.order(((PythonTuple) a).get(0), ((PythonTuple) b).get(0), "<", meter));
        }
        return items;
    }

    private String key(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        } else if (key == null || Arithmetic.isNumber(key)) {
            return scalar(key);
        }
        throw Values.unsuited("A key in JSON", key);
    }

    private void separate(boolean first) {
        write(first ? "" : layout.itemSeparator());
        breakLine();
    }

    private void close(boolean empty, String bracket) {
        level--;
        if (!empty) {
            breakLine();
        }
        write(bracket);
    }

    private void breakLine() {
        String indent = layout.indent();
        if (indent != null) {
            meter.spendText((long) indent.length() * level);
            write("\n");
            write(indent.repeat(level));
        }
    }

    private void appendText(String text) {
        meter.spendText(text.length());
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (character < ' ' || (layout.asciiOnly() && character > '~')) {
                        out.append(String.format("\\u%04x", (int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }

    private void write(String text) {
        meter.spend(text.length());
        out.append(text);
    }
}
