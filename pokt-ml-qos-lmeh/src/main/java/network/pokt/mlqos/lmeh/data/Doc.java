package network.pokt.mlqos.lmeh.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document: columns by name, in the order of the file, and where it stands. Immutable.
 *
 * <p>Two documents are equal if their columns are, wherever they stand: so lm-evaluation-harness finds the evaluated
 * document among the examples.
 */
public final class Doc {

    private final Map<String, @Nullable Object> columns;
    private final String file;
    private final int line;

    private Doc(Map<String, @Nullable Object> columns, String file, int line) {
        this.columns = columns;
        this.file = file;
        this.line = line;
    }

    /**
     * Returns a document.
     *
     * @param columns JSON-like values: String, Number, Boolean, List, Map, null; not copied, the caller gives them away
     * @param file the file that the document is from
     * @param line its line in the file, from 1
     */
    public static Doc of(Map<String, @Nullable Object> columns, String file, int line) {
        return new Doc(Collections.unmodifiableMap(columns), file, line);
    }

    /** Returns a document with other columns at the same place; they are given away like those of {@link #of}. */
    public Doc withColumns(Map<String, @Nullable Object> changed) {
        return of(changed, file, line);
    }

    /** Returns all columns in the order of the file. */
    public Map<String, @Nullable Object> columns() {
        return columns;
    }

    /**
     * Returns the text in a column; with several names the first is a column of objects, and so on inwards.
     *
     * @throws DatasetException if there is no text
     */
    public String text(String... path) {
        if (value(path) instanceof String text) {
            return text;
        }
        throw unfit("no text", path);
    }

    /**
     * Returns the texts of a list.
     *
     * @throws DatasetException if there is no list, or anything but texts in it
     */
    public List<String> texts(String... path) {
        if (!(value(path) instanceof List<?> list)) {
            throw unfit("no list of texts", path);
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw unfit("something else than texts", path);
            }
            texts.add(text);
        }
        return texts;
    }

    /** Returns an exception that names this document's place and says what is wrong with it. */
    public DatasetException unfit(String what) {
        return new DatasetException("In " + file + " line " + line + " " + what + "; correct or remove the line.");
    }

    private @Nullable Object value(String... path) {
        Object value = columns;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private DatasetException unfit(String what, String... path) {
        return unfit("there is " + what + " in the column " + String.join(".", path));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Doc doc && columns.equals(doc.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    /** Returns the place only; documents may be long. */
    @Override
    public String toString() {
        return file + " line " + line;
    }
}
