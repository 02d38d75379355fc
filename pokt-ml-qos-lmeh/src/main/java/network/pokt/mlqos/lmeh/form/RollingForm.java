package network.pokt.mlqos.lmeh.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * {@code loglikelihood_rolling}: how probable the whole target is, by words and bytes.
 *
 * @param format reads the target
 * @param metrics the names of the metrics that are wanted
 */
record RollingForm(DocFormat format, Set<String> metrics) implements OutputForm {

    @Override
    public List<Ask> asks(Doc doc, List<Ask.Context> contexts) {
        return List.of(new Ask.RollingLoglikelihood(text(doc)));
    }

    /** A whole text is never asked to be greedy. */
    @Override
    public Object result(Reply reply) {
        return Likelihoods.logprob(Likelihoods.of(reply));
    }

    @Override
    public Map<String, @Nullable Object> judge(Doc doc, List<? extends @Nullable Object> results) {
        double logprob = Likelihoods.logprob(results.get(0));
        String text = text(doc);
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (String metric : metrics) {
            Object item = switch (metric) {
                case "word_perplexity" -> List.of(logprob, words(text));
                case "byte_perplexity", "bits_per_byte" ->
                    List.of(logprob, (long) text.getBytes(StandardCharsets.UTF_8).length);
                default -> null;
            };
            items.put(metric, item);
        }
        return items;
    }

    private String text(Doc doc) {
        return PythonRepr.str(format.target(doc));
    }

    /** Runs of white space part words, also at the beginning and the end, where they part nothing from an empty word. */
    static long words(String text) {
        long words = 1;
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean now = PythonText.isSpace(character);
            if (now && !space) {
                words++;
            }
            space = now;
            i += Character.charCount(character);
        }
        return words;
    }
}
