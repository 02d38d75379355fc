package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.stats.PythonRandom;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Documents of HellaSwag, WinoGrande, GPQA, MuSR and their like. */
final class BenchmarkDocs {

    private static final PythonRegex BRACKETED = PythonRegex.compile("\\[.*?\\]");
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E");

    private BenchmarkDocs() {}

    static void register(Entries entries) {
        entries.addEverywhere(
                "process_docs",
                Columns.map(BenchmarkDocs::hellaswag),
                "hellaswag/utils.py",
                "okapi/hellaswag_multilingual/utils.py");
        entries.addAll(
                "winogrande/preprocess_winogrande.py",
                Map.of(
                        "doc_to_text", (DocFunction) BenchmarkDocs::winograndeAnswer,
                        "doc_to_target", (DocFunction) BenchmarkDocs::winograndeRest,
                        "doc_to_choice", (DocFunction) BenchmarkDocs::winograndeChoices));
        entries.add("leaderboard/gpqa/utils.py#process_docs", (DocsFunction) BenchmarkDocs::gpqa);
        entries.add("leaderboard/musr/utils.py#doc_to_text", (DocFunction) BenchmarkDocs::musrText);
        entries.add("leaderboard/musr/utils.py#doc_to_choice", (DocFunction) BenchmarkDocs::musrChoices);
        entries.add("okapi/arc_multilingual/utils.py#process_docs", Columns.map(BenchmarkDocs::okapiArc));
        entries.add(
                "bigbench/utils.py#filter_multiple_choice",
                Columns.filter(doc ->
                        Columns.value(doc, "multiple_choice_targets") instanceof List<?> list && !list.isEmpty()));
    }

    /** Takes the marks of WikiHow away; nothing becomes a space. */
    static String unmarked(@Nullable Object text) {
        if (text == null) {
            return " ";
        }
        String stripped = PythonText.strip(PythonRepr.str(text)).replace(" [title]", ". ");
        return BRACKETED.removeAll(stripped).replace("  ", " ");
    }

    private static Doc hellaswag(Doc doc) {
        String context = doc.text("ctx_a") + " " + PythonCase.capitalize(doc.text("ctx_b"));
        return Columns.with(
                doc,
                Columns.of(
                        "query", unmarked(doc.text("activity_label") + ": " + context),
                        "choices", Columns.each(doc.texts("endings"), BenchmarkDocs::unmarked),
                        "gold", Columns.integer(doc, "label")));
    }

    private static Object winograndeAnswer(Doc doc) {
        return Columns.index(doc, List.of("1", "2"), Columns.value(doc, "answer"));
    }

    private static Object winograndeRest(Doc doc) {
        String sentence = doc.text("sentence");
        return PythonText.strip(sentence.substring(gap(doc, sentence) + 1));
    }

    private static Object winograndeChoices(Doc doc) {
        String sentence = doc.text("sentence");
        String beginning = sentence.substring(0, gap(doc, sentence));
        return List.of(beginning + doc.text("option1"), beginning + doc.text("option2"));
    }

    private static int gap(Doc doc, String sentence) {
        int gap = sentence.indexOf('_');
        if (gap < 0) {
            throw doc.unfit("there is no _ in the column sentence");
        }
        return gap;
    }

    /** Shuffles the choices with the generator of the whole run, one document after the other. */
    private static List<Doc> gpqa(List<Doc> docs, PythonRandom random) {
        List<Doc> shuffled = new ArrayList<>(docs.size());
        for (Doc doc : docs) {
            String right = unmarked(Columns.value(doc, "Correct Answer"));
            List<String> choices = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                choices.add(unmarked(Columns.value(doc, "Incorrect Answer " + i)));
            }
            choices.add(right);
            random.shuffle(choices);
            shuffled.add(Columns.with(
                    doc,
                    Columns.of(
                            "choice1", choices.get(0),
                            "choice2", choices.get(1),
                            "choice3", choices.get(2),
                            "choice4", choices.get(3),
                            "answer", "(" + (char) ('A' + choices.indexOf(right)) + ")")));
        }
        return shuffled;
    }

    private static Object musrText(Doc doc) {
        StringBuilder text = new StringBuilder()
                .append(Columns.printed(doc, "narrative"))
                .append("\n\n")
                .append(Columns.printed(doc, "question"))
                .append("\n\n");
        int number = 1;
        for (Object choice : musrChoices(doc)) {
            text.append(number++).append(" - ").append(PythonRepr.str(choice)).append('\n');
        }
        return text.append("\nAnswer:").toString();
    }

    private static List<?> musrChoices(Doc doc) {
        try {
            if (PythonLiteral.parse(doc.text("choices")) instanceof List<?> choices) {
                return choices;
            }
        } catch (TemplateException e) {
            throw doc.unfit("there is no Python list in the column choices");
        }
        throw doc.unfit("there is no Python list in the column choices");
    }

    private static Doc okapiArc(Doc doc) {
        List<String> choices = new ArrayList<>();
        for (String letter : LETTERS) {
            Object option = Columns.value(doc, "option_" + PythonText.lower(letter));
            if (!Columns.isFalsy(option)) {
                choices.add(unmarked(option));
            }
        }
        return Columns.with(
                doc,
                Columns.of(
                        "id",
                        Columns.value(doc, "id"),
                        "query",
                        "Question: " + unmarked(Columns.value(doc, "instruction")) + "\nAnswer:",
                        "choices",
                        choices,
                        "gold",
                        Columns.index(doc, LETTERS, Columns.value(doc, "answer"))));
    }
}
