package network.pokt.mlqos.lmeh.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * One line of a samples file: what was asked about one document, and what came of it through one filter pipeline.
 *
 * @param docId the document's index in its split
 * @param doc the document's columns in their order, after whatever the task did to it
 * @param target what is right: a text, a number, or a list of either
 * @param arguments for each request what it consists of: context and continuation, or context and generation parameters,
 *     or the text alone; the context of a conversation is {@link #conversation}
 * @param responses for each request the answers, one per repeat: texts, or {@link #likelihood}s, or numbers
 * @param filtered what the filter pipeline made of the answers, one element per request
 * @param filter the pipeline's name
 * @param metrics the values by metric name, in the order of the task: numbers, booleans, or lists of what an aggregation
 *     needs
 * @param own what lm-evaluation-harness does not know, such as node and spend; written under {@value #OWN_KEY} if there is
 *     any
 */
public record SampleLine(
        int docId,
        Map<String, @Nullable Object> doc,
        @Nullable Object target,
        List<? extends List<?>> arguments,
        List<? extends List<?>> responses,
        List<?> filtered,
        String filter,
        Map<String, @Nullable Object> metrics,
        Map<String, @Nullable Object> own) {

    /** The key under which everything stands that lm-evaluation-harness does not know. */
    public static final String OWN_KEY = "pokt_ml_qos";

    private static final int DOC_INDENT = 2;

    public SampleLine {
        if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
            throw new IllegalArgumentException(
                    "A sample line needs the arguments of at least one request, document " + docId + " has none.");
        }
    }

    /** Returns a log-likelihood as an answer: its value, and whether it was what the model would have written. */
    public static List<Object> likelihood(double logprob, boolean greedy) {
        return List.of(logprob, greedy);
    }

    /** Returns the context of a chat request: the messages as JSON, in a list of one. */
    public static List<Object> conversation(List<? extends Map<String, ?>> messages) {
        return List.of(PythonJson.line(messages));
    }

    /** Returns {@code doc_hash}. */
    public String docHash() {
        return Sha256.of(PythonJson.indented(doc, DOC_INDENT));
    }

    /** Returns {@code prompt_hash}, that of the first request's context. */
    public String promptHash() {
        Object context = arguments.get(0).get(0);
        return Sha256.of(String.valueOf(context instanceof List<?> chat ? chat.get(0) : context));
    }

    /** Returns {@code target_hash}. */
    public String targetHash() {
        return Sha256.of(PythonRepr.str(target));
    }

    /** Returns the line without its end. */
    public String json() {
        return json(docHash(), promptHash(), targetHash());
    }

    String json(String docHash, String promptHash, String targetHash) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("doc_id", docId);
        line.put("doc", doc);
        line.put("target", PythonRepr.str(target));
        line.put(
                "arguments",
                named(
                        "gen_args_",
                        arguments.stream().map(each -> named("arg_", each)).toList()));
        line.put("resps", asTexts(responses));
        line.put("filtered_resps", asTexts(filtered));
        line.put("filter", filter);
        line.put("metrics", new ArrayList<>(metrics.keySet()));
        line.put("doc_hash", docHash);
        line.put("prompt_hash", promptHash);
        line.put("target_hash", targetHash);
        line.putAll(metrics);
        if (!own.isEmpty()) {
            line.put(OWN_KEY, own);
        }
        return PythonJson.line(line);
    }

    private static Map<String, @Nullable Object> named(String prefix, List<?> values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (Object value : values) {
            named.put(prefix + named.size(), value);
        }
        return named;
    }

    /** Files with texts only can be read by Hugging Face's {@code datasets}, whatever the answers are. */
    private static Object asTexts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(SampleLine::asTexts).toList()
                : PythonRepr.str(value);
    }
}
