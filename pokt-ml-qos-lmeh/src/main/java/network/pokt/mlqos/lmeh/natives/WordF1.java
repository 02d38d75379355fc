package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** The words that two answers share: F1 and equality as SQuAD's evaluation has them, for words without articles and punctuation. */
final class WordF1 {

    private static final PythonRegex ARTICLE = PythonRegex.compile("\\b(a|an|the)\\b");
    private static final PythonRegex WORD = PythonRegex.compile("\\S+");
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private WordF1() {}

    static void register(Entries entries) {
        entries.add("afrobench/afriqa/prompt_2/utils.py#f1", (AggregationFunction) WordF1::mean);
        entries.add("xquad/utils.py#process_results_qa", (ResultsFunction) WordF1::firstAnswer);
    }

    /** Returns how much of the words two answers share. */
    static double of(String gold, String answer) {
        List<String> right = words(gold);
        List<String> given = words(answer);
        List<String> left = new ArrayList<>(right);
        int shared = 0;
        for (String word : given) {
            shared += left.remove(word) ? 1 : 0;
        }
        if (shared == 0) {
            return 0;
        }
        double precision = (double) shared / given.size();
        double recall = (double) shared / right.size();
        return 2 * precision * recall / (precision + recall);
    }

    static List<String> words(String text) {
        StringBuilder unpunctuated = new StringBuilder(text.length());
        PythonText.lower(text)
                .chars()
                .filter(c -> PUNCTUATION.indexOf(c) < 0)
                .forEach(c -> unpunctuated.append((char) c));
        String spaced = ARTICLE.replace(unpunctuated.toString(), Integer.MAX_VALUE, match -> " ");
        return WORD.findAll(spaced).stream().map(match -> match.get(0)).toList();
    }

    private static double mean(List<? extends @Nullable Object> items) {
        List<Double> scores = new ArrayList<>();
        Pairs.each(items, (gold, answer) -> scores.add(of(PythonRepr.str(gold), PythonRepr.str(answer))));
        double sum = scores.stream().reduce(0.0, Double::sum);
        return scores.isEmpty() ? Double.NaN : sum / scores.size();
    }

    private static Map<String, @Nullable Object> firstAnswer(Doc doc, List<?> results) {
        String answer = PythonRepr.str(results.get(0));
        List<String> golds = doc.texts("answers", "text");
        if (golds.isEmpty()) {
            throw doc.unfit("there is no answer in the column answers.text");
        }
        List<String> right = words(golds.get(0));
        List<String> given = words(answer);
        // Two answers without any words are equal here, unlike in a mean over pairs.
        double f1 = right.isEmpty() || given.isEmpty() ? (right.equals(given) ? 1 : 0) : of(golds.get(0), answer);
        return Columns.of("f1", f1, "exact_match", right.equals(given) ? 1L : 0L);
    }
}
