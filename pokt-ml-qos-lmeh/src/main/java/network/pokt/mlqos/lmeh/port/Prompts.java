package network.pokt.mlqos.lmeh.port;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import org.jspecify.annotations.Nullable;

/** Questions that are a template filled with columns. */
final class Prompts {

    private static final int CHOICES = 4;

    private Prompts() {}

    /**
     * A template with the fields choice1 to choice4, which are elements of a list that a column holds as a literal, and further
     * fields, each from the column that the function names for it.
     */
    static DocFunction withChoices(PythonSource source, String... fields) {
        Texts texts = Texts.of(source);
        Format template = Format.of(texts.next());
        String choices = texts.next();
        List<String> columns = texts.next(fields.length);
        texts.end();
        return doc -> {
            Map<String, @Nullable Object> values = new HashMap<>();
            List<?> literal = Columns.literal(doc, choices);
            for (long i = 0; i < CHOICES; i++) {
                values.put("choice" + (i + 1), Columns.element(doc, literal, i));
            }
            for (int i = 0; i < fields.length; i++) {
                values.put(fields[i], Columns.value(doc, columns.get(i)));
            }
            return template.of(values);
        };
    }

    /** A template with fields, each from the column that the function names for it. */
    static DocFunction ofColumns(PythonSource source, String... fields) {
        Texts texts = Texts.of(source);
        Format template = Format.of(texts.next()).requiring(fields);
        List<String> columns = texts.next(fields.length);
        texts.end();
        return doc -> {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (int i = 0; i < fields.length; i++) {
                values.put(fields[i], Columns.value(doc, columns.get(i)));
            }
            return template.of(values);
        };
    }

    /** The list that a column holds as a literal. */
    static DocFunction literal(PythonSource source) {
        Texts texts = Texts.of(source);
        String column = texts.next();
        texts.end();
        return doc -> Columns.literal(doc, column);
    }

    /** {@code str(doc[column])}. */
    static DocFunction printed(PythonSource source) {
        Texts texts = Texts.of(source);
        String column = texts.next();
        texts.end();
        return doc -> Columns.printed(doc, column);
    }

    /** A list of the values of two columns. */
    static DocFunction pair(PythonSource source) {
        Texts texts = Texts.of(source);
        String first = texts.next();
        String second = texts.next();
        texts.end();
        return doc -> Arrays.asList(Columns.value(doc, first), Columns.value(doc, second));
    }
}
