package network.pokt.mlqos.lmeh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.lmeh.config.TaskConfig;

/** Tasks that are there without any task file. */
final class BuiltIns {

    private static final Map<String, TaskConfig> TASKS = Map.of("gsm8k", gsm8k(), "arc_challenge", arcChallenge());

    private BuiltIns() {}

    static Map<String, TaskConfig> byName() {
        return new TreeMap<>(TASKS);
    }

    private static TaskConfig gsm8k() {
        return TaskConfig.builder("gsm8k")
                .set("training_split", "train")
                .set("test_split", "test")
                .set("fewshot_split", "train")
                .set("num_fewshot", 5L)
                .set("doc_to_text", "Question: {{question}}\nAnswer:")
                .set("doc_to_target", "{{answer}}")
                .set("output_type", "generate_until")
                .set(
                        "generation_kwargs",
                        ordered(
                                "until",
                                List.of("Question:", "</s>", "<|im_end|>"),
                                "do_sample",
                                false,
                                "temperature",
                                0.0))
                .set("metric_list", List.of(matchOfNumbers()))
                .set(
                        "filter_list",
                        List.of(
                                pipeline("strict-match", "#### (\\-?[0-9\\.\\,]+)", 0L),
                                pipeline("flexible-extract", "(-?[$0-9.,]{2,})|(-?[0-9]+)", -1L)))
                .set("metadata", ordered("version", 3.0))
                .build();
    }

    private static Map<String, Object> matchOfNumbers() {
        return ordered(
                "metric",
                "exact_match",
                "aggregation",
                "mean",
                "higher_is_better",
                true,
                "ignore_case",
                true,
                "ignore_punctuation",
                false,
                "regexes_to_ignore",
                List.of(",", "\\$", "(?s).*#### ", "\\.$"));
    }

    private static Map<String, Object> pipeline(String name, String expression, long select) {
        Map<String, Object> regex = ordered("function", "regex", "regex_pattern", expression, "group_select", select);
        return ordered("name", name, "filter", List.of(regex, ordered("function", "take_first")));
    }

    private static TaskConfig arcChallenge() {
        return TaskConfig.builder("arc_challenge")
                .set("training_split", "train")
                .set("validation_split", "validation")
                .set("test_split", "test")
                .set("num_fewshot", 25L)
                .set("doc_to_text", "Question: {{question}}\nAnswer:")
                .set("doc_to_target", "{{choices.label.index(answerKey)}}")
                .set("doc_to_choice", "{{choices.text}}")
                .set("output_type", "multiple_choice")
                .set(
                        "metric_list",
                        List.of(
                                ordered("metric", "acc", "aggregation", "mean", "higher_is_better", true),
                                ordered("metric", "acc_norm", "aggregation", "mean", "higher_is_better", true)))
                .set("metadata", ordered("version", 1.0))
                .build();
    }

    /** Returns names and values in this order, which goes into fingerprints and results files. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
