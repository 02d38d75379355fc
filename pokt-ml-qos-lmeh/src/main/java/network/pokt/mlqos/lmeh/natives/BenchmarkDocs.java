package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.metric.LikelihoodChoice;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
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
        entries.add("leaderboard/gpqa/utils.py#process_docs", gpqa(BenchmarkDocs::unmarked, false));
        entries.add("gpqa/zeroshot/utils.py#process_docs", gpqa(BenchmarkDocs::untitled, false));
        entries.addEverywhere(
                "process_docs",
                gpqa(BenchmarkDocs::untitled, true),
                "gpqa/cot_zeroshot/utils.py",
                "gpqa/cot_n_shot/utils.py",
                "gpqa/generative/utils.py");
        entries.add("arithmetic/utils.py#process_docs", Columns.map(BenchmarkDocs::arithmetic));
        entries.add("paloma/paloma_utils.py#doc_to_target", (DocFunction) doc -> Columns.printed(doc, "text"));
        entries.add("agieval/utils.py#process_results_mcqa", (ResultsFunction) BenchmarkDocs::anyGold);
        entries.add("leaderboard/musr/utils.py#doc_to_text", (DocFunction) BenchmarkDocs::musrText);
        entries.add("leaderboard/musr/utils.py#doc_to_choice", (DocFunction) BenchmarkDocs::literalChoices);
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

    /** As {@link #unmarked}, but what is in brackets stays. */
    private static String untitled(@Nullable Object text) {
        return text == null
                ? " "
                : PythonText.strip(PythonRepr.str(text))
                        .replace(" [title]", ". ")
                        .replace("  ", " ");
    }

    /** Shuffles the choices with the generator of the whole run, one document after the other. */
    private static DocsFunction gpqa(Function<@Nullable Object, String> cleaned, boolean withList) {
        return (docs, random) -> {
            List<Doc> shuffled = new ArrayList<>(docs.size());
            for (Doc doc : docs) {
                String right = cleaned.apply(Columns.value(doc, "Correct Answer"));
                List<String> choices = new ArrayList<>();
                for (int i = 1; i <= 3; i++) {
                    choices.add(cleaned.apply(Columns.value(doc, "Incorrect Answer " + i)));
                }
                choices.add(right);
                random.shuffle(choices);
                Map<String, @Nullable Object> columns = Columns.of(
                        "choice1", choices.get(0),
                        "choice2", choices.get(1),
                        "choice3", choices.get(2),
                        "choice4", choices.get(3));
                if (withList) {
                    columns.put("choices", choices);
                }
                columns.put("answer", "(" + (char) ('A' + choices.indexOf(right)) + ")");
                shuffled.add(Columns.with(doc, columns));
            }
            return shuffled;
        };
    }

    private static Doc arithmetic(Doc doc) {
        return Columns.with(
                doc,
                Columns.of(
                        "context",
                                PythonText.strip(doc.text("context"))
                                        .replace("\n\n", "\n")
                                        .replace("Q:", "Question:")
                                        .replace("A:", "Answer:"),
                        "completion", Columns.value(doc, "completion")));
    }

    /** Any of several answers is right. */
    private static Map<String, @Nullable Object> anyGold(Doc doc, List<?> results) {
        double[] logLikelihoods = new double[results.size()];
        for (int i = 0; i < logLikelihoods.length; i++) {
            logLikelihoods[i] = TruthfulQa.logLikelihood(results.get(i));
        }
        List<?> gold = Columns.value(doc, "gold") instanceof List<?> list ? list : List.of();
        long best = LikelihoodChoice.best(logLikelihoods);
        long bestByLength = LikelihoodChoice.bestPerCharacter(logLikelihoods, doc.texts("choices"));
        return Columns.of("acc", isIn(gold, best) ? 1.0 : 0.0, "acc_norm", isIn(gold, bestByLength) ? 1.0 : 0.0);
    }

    private static boolean isIn(List<?> gold, long index) {
        return gold.stream().anyMatch(right -> right instanceof Number number && number.longValue() == index);
    }

    private static Object musrText(Doc doc) {
        StringBuilder text = new StringBuilder()
                .append(Columns.printed(doc, "narrative"))
                .append("\n\n")
                .append(Columns.printed(doc, "question"))
                .append("\n\n");
        int number = 1;
        for (Object choice : literalChoices(doc)) {
            text.append(number++).append(" - ").append(PythonRepr.str(choice)).append('\n');
        }
        return text.append("\nAnswer:").toString();
    }

    /** Reads the column {@code choices}, a text that is a Python list. */
    static List<?> literalChoices(Doc doc) {
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
