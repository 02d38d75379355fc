package network.pokt.mlqos.lmeh.port;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import org.jspecify.annotations.Nullable;

/** Words for labels: {@code {0: "True", 1: "Neither", 2: "False"}[doc["label"]]}. */
final class Labels {

    private Labels() {}

    /** One label in a column, of {@code count} labels that are numbered from 0. */
    static DocFunction one(PythonSource source, int count) {
        Texts texts = Texts.of(source);
        List<String> words = texts.next(count);
        String column = texts.next();
        texts.end();
        return doc -> Columns.element(doc, words, Columns.value(doc, column));
    }

    /** A list of labels in a column. */
    static DocFunction several(PythonSource source, int count) {
        Texts texts = Texts.of(source);
        List<String> words = texts.next(count);
        String column = texts.next();
        texts.end();
        return doc -> {
            List<@Nullable Object> labels = new ArrayList<>();
            for (Object label : Columns.list(doc, column)) {
                labels.add(Columns.element(doc, words, label));
            }
            return labels;
        };
    }
}
