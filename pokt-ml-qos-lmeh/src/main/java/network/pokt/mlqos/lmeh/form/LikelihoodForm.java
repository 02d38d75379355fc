package network.pokt.mlqos.lmeh.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * {@code loglikelihood}: how probable the target is after the context. No delimiter stands between them.
 *
 * @param format reads the target
 * @param metrics the names of the metrics that are wanted
 */
record LikelihoodForm(DocFormat format, Set<String> metrics) implements OutputForm {

    @Override
    public List<Ask> asks(Doc doc, List<Ask.Context> contexts) {
        if (contexts.get(0) instanceof Ask.Text context) {
            return List.of(new Ask.Loglikelihood(context.text(), PythonRepr.str(format.target(doc))));
        }
        throw new IllegalArgumentException(
                "A log-likelihood is asked after a text, not in a conversation; use the style TEXT or a chat template.");
    }

    @Override
    public Object result(Reply reply) {
        return Likelihoods.of(reply);
    }

    @Override
    public Map<String, @Nullable Object> judge(Doc doc, List<? extends @Nullable Object> results) {
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (String metric : metrics) {
            Object item = switch (metric) {
                case "perplexity" -> Likelihoods.logprob(results.get(0));
                case "acc" -> Likelihoods.greedy(results.get(0)) ? 1L : 0L;
                default -> null;
            };
            items.put(metric, item);
        }
        return items;
    }
}
