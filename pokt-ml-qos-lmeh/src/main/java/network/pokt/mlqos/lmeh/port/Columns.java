package network.pokt.mlqos.lmeh.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Reads columns as Python does, and makes documents of documents as {@code Dataset.filter} and {@code map} do. */
final class Columns {

    private Columns() {}

    /** Returns the value of a column that must be there. */
    static @Nullable Object value(Doc doc, String column) {
        if (!doc.columns().containsKey(column)) {
            throw doc.unfit("there is no column " + column);
        }
        return doc.columns().get(column);
    }

    /** Returns {@code str} of a column. */
    static String printed(Doc doc, String column) {
        return PythonRepr.str(value(doc, column));
    }

    static List<?> list(Doc doc, String column) {
        if (value(doc, column) instanceof List<?> list) {
            return list;
        }
        throw doc.unfit("there is no list in the column " + column);
    }

    static Map<?, ?> map(Doc doc, String column) {
        if (value(doc, column) instanceof Map<?, ?> map) {
            return map;
        }
        throw doc.unfit("there is no object in the column " + column);
    }

    /** Returns {@code int} of a column. */
    static long integer(Doc doc, String column) {
        Object value = value(doc, column);
        if (value instanceof Number number) {
            return number.longValue();
        }
        try {
            return Long.parseLong(PythonText.strip(doc.text(column)));
        } catch (NumberFormatException e) {
            throw doc.unfit("there is no whole number in the column " + column);
        }
    }

    /** Returns the list that a column holds as the text of a Python literal. */
    static List<?> literal(Doc doc, String column) {
        try {
            if (PythonLiteral.parse(doc.text(column)) instanceof List<?> list) {
                return list;
            }
        } catch (TemplateException e) {
            throw doc.unfit("there is no Python literal in the column " + column + " (" + e.getMessage() + ")");
        }
        throw doc.unfit("there is no list in the column " + column);
    }

    /** Returns an element by its number as Python counts, from 0. */
    static @Nullable Object element(Doc doc, List<?> list, @Nullable Object index) {
        if (index instanceof Number number && number.longValue() >= 0 && number.longValue() < list.size()) {
            return list.get(number.intValue());
        }
        throw doc.unfit("there is no element " + index + " among " + list.size());
    }

    static DocsFunction filter(Predicate<Doc> kept) {
        return (docs, random) -> docs.stream().filter(kept).toList();
    }

    /** Returns a document with columns replaced in their places and new ones behind. */
    static Doc with(Doc doc, Map<String, ? extends @Nullable Object> columns) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(doc.columns());
        all.putAll(columns);
        return doc.withColumns(all);
    }
}
