package network.pokt.mlqos.lmeh.result;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * JSON spelled as Python's {@code json.dumps(value, ensure_ascii=False)} spells it, on which the hashes of
 * lm-evaluation-harness depend: floats as their repr, {@code NaN} and {@code Infinity} bare, a blank after each separator.
 *
 * <p>Values are null, Boolean, Number, String, List and Map with texts as keys. Anything else becomes a text, its
 * {@code toString()}.
 */
public final class PythonJson {

    private static final int NOT_INDENTED = -1;

    private final StringBuilder out = new StringBuilder();
    private final int indent;

    private PythonJson(int indent) {
        this.indent = indent;
    }

    /** Returns a value on one line. */
    public static String line(@Nullable Object value) {
        return of(value, NOT_INDENTED);
    }

    /** Returns a value over several lines, each level indented by so many blanks. */
    public static String indented(@Nullable Object value, int indent) {
        return of(value, indent);
    }

    private static String of(@Nullable Object value, int indent) {
        PythonJson json = new PythonJson(indent);
        json.write(value, 0);
        return json.out.toString();
    }

    private void write(@Nullable Object value, int level) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, level);
        } else if (value instanceof List<?> list) {
            writeList(list, level);
        } else if (value instanceof Double || value instanceof Float) {
            writeFloat(((Number) value).doubleValue());
        } else if (value instanceof Number) {
            out.append(PythonRepr.str(value));
        } else {
            writeText(value.toString());
        }
    }

    private void writeFloat(double value) {
        if (Double.isNaN(value)) {
            out.append("NaN");
        } else if (Double.isInfinite(value)) {
            out.append(value > 0 ? "Infinity" : "-Infinity");
        } else {
            out.append(PythonRepr.repr(value));
        }
    }

    private void writeMap(Map<?, ?> map, int level) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            separate(first, level + 1);
            writeText(String.valueOf(entry.getKey()));
            out.append(": ");
            write(entry.getValue(), level + 1);
            first = false;
        }
        close(first, level, '}');
    }

    private void writeList(List<?> list, int level) {
        out.append('[');
        boolean first = true;
        for (Object element : list) {
            separate(first, level + 1);
            write(element, level + 1);
            first = false;
        }
        close(first, level, ']');
    }

    private void separate(boolean first, int level) {
        if (!first) {
            out.append(indent == NOT_INDENTED ? ", " : ",");
        }
        breakLine(level);
    }

    private void close(boolean empty, int level, char bracket) {
        if (!empty) {
            breakLine(level);
        }
        out.append(bracket);
    }

    private void breakLine(int level) {
        if (indent != NOT_INDENTED) {
            out.append('\n').append(" ".repeat(indent * level));
        }
    }

    private void writeText(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                out.append(text, written, i).append(escaped(character));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> String.format("\\u%04x", (int) character);
        };
    }
}
