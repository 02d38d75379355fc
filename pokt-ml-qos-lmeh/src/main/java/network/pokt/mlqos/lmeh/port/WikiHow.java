package network.pokt.mlqos.lmeh.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/** HellaSwag and its translations: endings of a context, freed of the marks of WikiHow. */
final class WikiHow {

    private WikiHow() {}

    static DocsFunction of(PythonSource source) {
        Texts texts =
                Texts.of(source).expect("ctx_a", " ", "ctx_b", "query", "activity_label", ": ", "choices", "endings");
        texts.expect("gold", "label");
        String title = texts.next();
        String afterTitle = texts.next();
        PythonRegex marks = PythonRegex.compile(texts.next());
        texts.expect("", "  ", " ").end();
        return (docs, random) -> docs.stream()
                .map(doc -> {
                    String context = doc.text("ctx_a") + " " + PythonCase.capitalize(doc.text("ctx_b"));
                    List<String> choices = new ArrayList<>();
                    doc.texts("endings").forEach(ending -> choices.add(clean(ending, title, afterTitle, marks)));
                    Map<String, @Nullable Object> added = new LinkedHashMap<>();
                    added.put("query", clean(doc.text("activity_label") + ": " + context, title, afterTitle, marks));
                    added.put("choices", choices);
                    added.put("gold", Columns.integer(doc, "label"));
                    return Columns.with(doc, added);
                })
                .toList();
    }

    private static String clean(String text, String title, String afterTitle, PythonRegex marks) {
        String plain = PythonText.strip(text).replace(title, afterTitle);
        return marks.removeAll(plain).replace("  ", " ");
    }
}
