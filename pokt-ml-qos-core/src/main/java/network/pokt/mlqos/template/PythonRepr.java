package network.pokt.mlqos.template;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What Python prints for a value: {@code str} and {@code repr}. Thread-safe.
 *
 * <pre>{@code
 * PythonRepr.str(List.of(1, 2.0, "it's", true)); // [1, 2.0, "it's", True]
 * }</pre>
 *
 * <p>Which characters are printable, and so not escaped in a repr, is up to the Unicode version of the Java runtime.
 */
public final class PythonRepr {

    private PythonRepr() {}

    /**
     * Returns {@code str(value)}: a text as it is, anything else as its {@link #repr}.
     *
     * @throws TemplateException if a value is of a type that templates do not have, or nested too deeply
     */
    public static String str(@Nullable Object value) {
        return str(value, Meter.ofDepth());
    }

    /**
     * Returns {@code repr(value)}.
     *
     * @throws TemplateException if a value is of a type that templates do not have, or nested too deeply
     */
    public static String repr(@Nullable Object value) {
        return repr(value, Meter.ofDepth());
    }

    static String str(@Nullable Object value, Meter meter) {
        if (value instanceof String text) {
            return text;
        } else if (value instanceof Undefined undefined) {
            undefined.use();
            return "";
        }
        return repr(value, meter);
    }

    static String repr(@Nullable Object value, Meter meter) {
        if (value == null) {
            return "None";
        } else if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        } else if (Integers.isInteger(value)) {
            return Integers.text(value, meter);
        } else if (value instanceof Double number) {
            meter.spendFloat();
            return FloatRepr.of(number);
        }
        StringBuilder out = new StringBuilder();
        append(out, value, meter);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value, Meter meter) {
        int start = out.length();
        meter.enter(1);
        if (value instanceof String text) {
            appendText(out, text);
        } else if (value instanceof PythonRange range) {
            out.append("range(").append(range.start()).append(", ").append(range.stop());
            out.append(range.step() == 1 ? ")" : ", " + range.step() + ")");
        } else if (value instanceof DictView view) {
            out.append(view.typeName()).append('(');
            appendElements(out, "[", view, "])", meter);
        } else if (value instanceof PythonTuple tuple) {
            appendElements(out, "(", tuple, tuple.size() == 1 ? ",)" : ")", meter);
        } else if (value instanceof List<?> list) {
            appendElements(out, "[", list, "]", meter);
        } else if (value instanceof Map<?, ?> map) {
            appendEntries(out, map, meter);
        } else if (value instanceof Namespace namespace) {
            out.append("<Namespace ");
            appendEntries(out, namespace.attributes(), meter);
            out.append('>');
        } else if (value instanceof Macro macro) {
            out.append("<Macro ").append(repr(macro.name())).append('>');
        } else if (value instanceof Undefined) {
            out.append("Undefined");
        } else if (value instanceof Typed typed) {
            throw new TemplateException(
                    Kind.TYPE,
                    "A value of type '" + typed.typeName() + "' cannot be printed; use the filter list, or call it.");
        } else {
            out.append(repr(value, meter));
        }
        meter.leave(1);
        meter.spendText(out.length() - start);
    }

    private static void appendElements(StringBuilder out, String open, List<?> elements, String close, Meter meter) {
        String separator = open;
        for (Object element : elements) {
            out.append(separator);
            append(out, element, meter);
            separator = ", ";
        }
        out.append(elements.isEmpty() ? open : "").append(close);
    }

    private static void appendEntries(StringBuilder out, Map<?, ?> entries, Meter meter) {
        String separator = "";
        out.append('{');
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.append(separator);
            append(out, entry.getKey(), meter);
            out.append(": ");
            append(out, entry.getValue(), meter);
            separator = ", ";
        }
        out.append('}');
    }

    /** Python prefers single quotes and escapes what is not printable. */
    private static void appendText(StringBuilder out, String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (character == quote) {
                        out.append('\\').append(quote);
                    } else if (isPrintable(character)) {
                        out.appendCodePoint(character);
                    } else if (character < 0x100) {
                        out.append(String.format("\\x%02x", character));
                    } else {
                        out.append(String.format(character < 0x10000 ? "\\u%04x" : "\\U%08x", character));
                    }
                }
            }
        });
        out.append(quote);
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
