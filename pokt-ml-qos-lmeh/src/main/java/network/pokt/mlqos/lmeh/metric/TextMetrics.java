package network.pokt.mlqos.lmeh.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.inference.ChatMessage.ToolCall;
import network.pokt.mlqos.lmeh.function.MetricFunction;
import network.pokt.mlqos.lmeh.match.ToolCallReader;
import network.pokt.mlqos.lmeh.match.ToolCallScore;
import network.pokt.mlqos.metric.ExactMatch;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The metrics of generated text that the reference knows by name, and those of tool calls, which it does not have. */
final class TextMetrics {

    private static final String EXACT_MATCH = "exact_match";

    /** Metrics that only hand reference and prediction on to their aggregation. */
    private static final Set<String> HANDED_ON = Set.of("bleu", "chrf", "chrf++", "ter", "f1", "mcc", "brier_score");

    private TextMetrics() {}

    static Optional<MetricFunction> named(String name, Map<String, @Nullable Object> arguments) {
        if (name.equals(EXACT_MATCH)) {
            ExactMatch match = exactMatch(arguments);
            return Optional.of((references, predictions, unused) -> exactMatch(match, references, predictions));
        } else if (HANDED_ON.contains(name)) {
            return Optional.of(
                    (references, predictions, unused) -> Arrays.asList(references.get(0), predictions.get(0)));
        } else if (name.equals(ToolCallScore.METRIC) || name.equals(ToolCallScore.F1_METRIC)) {
            return Optional.of((references, predictions, unused) -> {
                ToolCallScore score = ToolCallScore.of(calls(references.get(0)), calls(predictions.get(0)));
                return name.equals(ToolCallScore.METRIC) ? (score.callsMatch() ? 1.0 : 0.0) : score.f1();
            });
        } else if (name.equals("bypass")) {
            return Optional.of((references, predictions, unused) -> 0L);
        }
        return Optional.empty();
    }

    /** The mean over all pairs; a single prediction is compared with each reference. */
    private static Object exactMatch(
            ExactMatch match,
            List<? extends @Nullable Object> references,
            List<? extends @Nullable Object> predictions) {
        double matches = 0;
        for (int i = 0; i < references.size(); i++) {
            Object prediction = predictions.get(Math.min(i, predictions.size() - 1));
            matches += match.score(PythonRepr.str(prediction), PythonRepr.str(references.get(i)));
        }
        return Map.of(EXACT_MATCH, matches / references.size());
    }

    private static ExactMatch exactMatch(Map<String, @Nullable Object> arguments) {
        ExactMatch.Builder match = ExactMatch.builder();
        arguments.forEach((name, value) -> {
            switch (name) {
                case "ignore_case" -> match.ignoreCase(isTrue(value));
                case "ignore_punctuation" -> match.ignorePunctuation(isTrue(value));
                case "ignore_numbers" -> match.ignoreNumbers(isTrue(value));
                case "regexes_to_ignore" -> match.regexesToIgnore(texts(value));
                default ->
                    throw new IllegalArgumentException("exact_match has no argument '" + name
                            + "'; it has ignore_case, ignore_punctuation, ignore_numbers and regexes_to_ignore.");
            }
        });
        return match.build();
    }

    /** Calls come as JSON in a text, or as what Python reads of it. */
    private static List<ToolCall> calls(@Nullable Object value) {
        return ToolCallReader.read(
                value instanceof String text ? text : JsonMapper.shared().writeValueAsString(value));
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static String[] texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> texts.add(PythonRepr.str(element)));
        }
        return texts.toArray(String[]::new);
    }
}
