package network.pokt.mlqos.lmeh.natives;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** Reads columns as Python does, and makes documents of documents as {@code Dataset.map} and {@code filter} do. */
final class Columns {

    private Columns() {}

    /** Returns the value of a column that must be there. */
    static @Nullable Object value(Doc doc, String name) {
        if (!doc.columns().containsKey(name)) {
            throw doc.unfit("there is no column " + name);
        }
        return doc.columns().get(name);
    }

    /** Returns what Python's f-strings print for a column. */
    static String printed(Doc doc, String name) {
        return PythonRepr.str(value(doc, name));
    }

    /** Returns whether a column counts as false: missing, null, false, zero or empty. */
    static boolean isFalsy(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || "".equals(value)
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** Returns {@code int(value)}. */
    static long integer(Doc doc, String name) {
        Object value = value(doc, name);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        } else if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
            return number.longValue();
        } else if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        } else if (value instanceof String text) {
            try {
                return new BigInteger(PythonText.strip(text)).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw doc.unfit("there is no whole number in the column " + name);
            }
        }
        throw doc.unfit("there is no whole number in the column " + name);
    }

    /** Returns {@code list.index(value)}. */
    static long index(Doc doc, List<String> list, @Nullable Object value) {
        int index = list.indexOf(value);
        if (index < 0) {
            throw doc.unfit("there is the answer " + PythonRepr.repr(value) + ", which is none of " + list);
        }
        return index;
    }

    /** Returns a document with columns changed in their places, and new ones at the end. */
    static Doc with(Doc doc, Map<String, ? extends @Nullable Object> changed) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(doc.columns());
        columns.putAll(changed);
        return doc.withColumns(columns);
    }

    /** Returns columns in the order they are named: name, value, name, value. */
    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return columns;
    }

    static DocsFunction map(UnaryOperator<Doc> step) {
        return (docs, random) -> docs.stream().map(step).toList();
    }

    static DocsFunction filter(Predicate<Doc> kept) {
        return (docs, random) -> docs.stream().filter(kept).toList();
    }

    /** Returns texts, each made of an element of a list. */
    static List<String> each(List<String> texts, UnaryOperator<String> step) {
        List<String> made = new ArrayList<>(texts.size());
        texts.forEach(text -> made.add(step.apply(text)));
        return made;
    }
}
