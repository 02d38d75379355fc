package network.pokt.mlqos.lmeh.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** AlGhafa: every column but the question and its label is a choice. */
final class Alghafa {

    private Alghafa() {}

    static DocsFunction of(PythonSource source) {
        Texts texts = Texts.of(source);
        String question = texts.next();
        String label = texts.next();
        List<String> noChoices = texts.next(3);
        String instruction = texts.next();
        List<String> opening = texts.next(3);
        List<String> option = texts.next(3);
        String closing = texts.next();
        texts.expect("query", "choices", "gold").end();
        return (docs, random) -> docs.stream()
                .map(doc -> {
                    List<@Nullable Object> choices = new ArrayList<>();
                    doc.columns().forEach((column, value) -> {
                        if (!noChoices.contains(column)) {
                            choices.add(value);
                        }
                    });
                    StringBuilder query = new StringBuilder(opening.get(0))
                            .append(instruction)
                            .append(opening.get(1))
                            .append(Columns.printed(doc, question))
                            .append(opening.get(2));
                    for (int i = 0; i < choices.size(); i++) {
                        query.append(option.get(0)).append(i).append(option.get(1));
                        query.append(PythonRepr.str(choices.get(i))).append(option.get(2));
                    }
                    Map<String, @Nullable Object> added = new LinkedHashMap<>();
                    added.put("query", query.append(closing).toString());
                    added.put("choices", choices);
                    added.put("gold", Columns.integer(doc, label));
                    return Columns.with(doc, added);
                })
                .toList();
    }
}
