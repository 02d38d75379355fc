package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.function.SamplesFunction;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.python.RegexTooCostlyException;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * The hardest problems of MATH, as the Open LLM Leaderboard v2 judges them.
 *
 * <p>{@code exact_match_original} compares answers behind "Final Answer" after the normalisation of Minerva (Lewkowycz et al.,
 * 2022); where texts differ the reference asks a computer algebra system, which here is {@link MathValue}: numbers are compared by
 * value, other expressions are not simplified. {@code exact_match} asks math-verify in the reference; here the boxed or final
 * answers are compared in the same way. Both may therefore miss answers that are right in another form.
 */
final class MathHard {

    private static final String BOXED = "\\boxed";
    private static final PythonRegex FINAL =
            PythonRegex.compile("Final Answer: The final answer is(.*?). I hope it is correct.");

    private MathHard() {}

    static void register(Entries entries) {
        String file = "leaderboard/math/utils.py";
        entries.add(file + "#doc_to_text", (DocFunction) doc -> "Problem:\n" + doc.text("problem") + "\n\nSolution:");
        entries.add(file + "#process_docs", (network.pokt.mlqos.lmeh.function.DocsFunction) (docs, random) ->
                docs.stream()
                        .filter(doc -> "Level 5".equals(Columns.value(doc, "level")))
                        .map(MathHard::withAnswer)
                        .toList());
        entries.add(file + "#process_results", (ResultsFunction) MathHard::judged);
        entries.addFactory(file + "#list_fewshot_samples", MathHard::examples);
    }

    private static Doc withAnswer(Doc doc) {
        String solution = doc.text("solution");
        return Columns.with(
                doc,
                Columns.of(
                        "problem", doc.text("problem"),
                        "solution", solution,
                        "answer", MathAnswer.unboxed(MathAnswer.lastBoxed(solution))));
    }

    private static Map<String, @Nullable Object> judged(Doc doc, List<?> results) {
        String response = PythonRepr.str(results.get(0));
        return Columns.of(
                "exact_match", verified(doc.text("solution"), response) ? 1L : 0L,
                "exact_match_original", original(doc.text("answer"), response) ? 1L : 0L);
    }

    private static boolean original(String gold, String response) {
        String answer = MathAnswer.normalized(finalAnswer(response));
        String right = MathAnswer.normalized(gold);
        return !answer.equals(MathAnswer.INVALID)
                && (PythonText.strip(answer).equals(PythonText.strip(right)) || MathValue.areEqual(answer, right));
    }

    private static String finalAnswer(String response) {
        try {
            List<List<String>> found = FINAL.findAll(response + "I hope it is correct.");
            return found.isEmpty()
                    ? MathAnswer.INVALID
                    : PythonText.strip(found.get(0).get(0));
        } catch (RegexTooCostlyException e) {
            return MathAnswer.INVALID;
        }
    }

    private static boolean verified(String solution, String response) {
        String right = MathAnswer.normalized(MathAnswer.unboxed(MathAnswer.lastBoxed(solution)));
        String given = response.contains(BOXED)
                ? MathAnswer.unboxed(MathAnswer.lastBoxed(response))
                : MathAnswer.lastInText(response);
        String answer = MathAnswer.normalized(given);
        return !answer.equals(MathAnswer.INVALID)
                && !right.equals(MathAnswer.INVALID)
                && (PythonText.strip(answer).equals(PythonText.strip(right)) || MathValue.areEqual(answer, right));
    }

    private static SamplesFunction examples(FunctionRef original) {
        Object samples =
                PythonConstant.read(original.file(), "def list_fewshot_samples\\(\\)[^\\n]*:\\s*return\\s*(?=\\[)");
        List<Doc> docs = new ArrayList<>();
        for (Object sample : samples instanceof List<?> list ? list : List.of()) {
            if (!(sample instanceof Map<?, ?> columns)) {
                throw new UnsupportedFunctionException(
                        "The examples in " + original.file() + " are no dicts; restore the file.");
            }
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            columns.forEach((name, value) -> copy.put(String.valueOf(name), value));
            docs.add(Doc.of(copy, original.file().toString(), docs.size() + 1));
        }
        return () -> docs;
    }
}
