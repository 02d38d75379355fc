package network.pokt.mlqos.lmeh.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.config.LmEval;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.NativeFunction;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.function.SamplesFunction;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.stats.PythonRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outputs are those of the Python functions of lm-evaluation-harness 0.4.13; natives_table.py wrote them down. */
class NativeCatalogTest {

    private static final double LAST_DIGITS = 1e-12;

    /** Functions that read texts in the task's file. */
    private static final List<String> WITH_CONSTANTS = List.of(
            "mmlu_prox/af/utils.py#doc_to_text",
            "mmlu_prox/af/utils.py#fewshot_to_text",
            "aradice/ArabicMMLU/EGY/utils.py#process_docs",
            "aradice/ArabicMMLU/LEV/utils.py#process_docs",
            "greekmmlu/utils.py#doc_to_text",
            "okapi/truthfulqa_multilingual/utils.py#process_docs",
            "leaderboard/math/utils.py#list_fewshot_samples");

    @Test
    void functions_do_what_their_originals_do() throws IOException {
        Map<String, Integer> compared = compare(Path.of("nowhere"), false);
        System.out.println("Native functions compared: " + compared);
        assertThat(compared).hasSizeGreaterThan(50);
    }

    @Test
    void functions_with_texts_in_their_files_do_what_their_originals_do() throws IOException {
        Map<String, Integer> compared = compare(LmEval.tasks(), true);
        System.out.println("Native functions with texts in files compared: " + compared);
        assertThat(compared).containsOnlyKeys(WITH_CONSTANTS);
    }

    @Test
    void answers_of_math_are_found_and_normalised_alike() throws IOException {
        int compared = 0;
        for (JsonNode line : lines()) {
            String kind = line.get("kind").asString();
            if (kind.equals("answer")) {
                String answer = MathAnswer.unboxed(line.get("input").asString());
                assertThat(List.of(answer, MathAnswer.normalized(answer))).isEqualTo(value(line.get("output")));
                compared++;
            } else if (kind.equals("normalized")) {
                assertThat(MathAnswer.normalized(line.get("input").asString()))
                        .as(line.toString())
                        .isEqualTo(line.get("output").asString());
                compared++;
            }
        }
        System.out.println("Answers of MATH compared: " + compared);
        assertThat(compared).isEqualTo(1_339);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | \\frac{1}{2} | true",
                "1/2 | \\dfrac12 | true",
                "2\\frac{1}{2} | 2.5 | true",
                "-\\frac{3}{4} | \\frac{-3}{4} | true",
                "2^{10} | 1024 | true",
                "3\\cdot(4+1) | 15 | true",
                "(1,\\frac12) | \\left(1, 0.5\\right) | true",
                "(1,2) | (1,2] | false",
                "1,2,3 | 1, 2, 3 | true",
                "x+1 | x+1 | true",
                "x+1 | 1+x | false",
                "1/3 | 0.333 | false",
                "10\\% | 10 | true",
                "1/0 | 2/0 | false",
                "9^{999999} | 9^{999999} | true",
                "9^{999999} | 9^{999998} | false",
                "((((1 | 1 | false",
            })
    void answers_are_equal_by_value(String first, String second, boolean equal) {
        assertThat(MathValue.areEqual(first, second)).isEqualTo(equal);
    }

    @Test
    void a_value_is_a_fraction_in_lowest_terms() {
        assertThat(MathValue.of("\\frac{6}{-4}")).hasValue(MathValue.of(BigInteger.valueOf(-3), BigInteger.TWO));
        assertThat(MathValue.of("\\pi")).isEmpty();
        assertThat(MathValue.of("(".repeat(400) + "1" + ")".repeat(400))).isEmpty();
    }

    @Test
    void a_solution_is_right_if_its_boxed_or_final_answer_is() {
        ResultsFunction judge = (ResultsFunction) function("leaderboard/math/utils.py#process_results", Path.of("x"));
        Doc doc = doc(Map.of("solution", "So $\\boxed{\\frac{1}{2}}$.", "answer", "\\frac{1}{2}"));
        Map<String, Long> right = Map.of("exact_match", 1L, "exact_match_original", 1L);
        assertThat(judge.apply(doc, List.of("Final Answer: The final answer is $0.5$. I hope it is correct.")))
                .isEqualTo(right);
        assertThat(judge.apply(doc, List.of("We get \\boxed{\\dfrac{2}{4}}.")))
                .isEqualTo(Map.of("exact_match", 1L, "exact_match_original", 0L));
        assertThat(judge.apply(doc, List.of("No idea.")))
                .isEqualTo(Map.of("exact_match", 0L, "exact_match_original", 0L));
    }

    @Test
    void generated_answers_of_truthfulqa_are_compared_with_true_and_false_ones() {
        ResultsFunction judge = (ResultsFunction) function("truthfulqa/utils.py#process_results_gen", Path.of("x"));
        Doc doc = doc(Map.of(
                "correct_answers", List.of("The watermelon seeds pass through you.", "I have no comment."),
                "incorrect_answers", List.of("You grow watermelons.")));
        Map<String, Object> values = judge.apply(doc, List.of("The watermelon seeds pass through you."));
        assertThat(values.keySet())
                .containsExactlyElementsOf(List.of(
                        "bleu_max",
                        "bleu_acc",
                        "bleu_diff",
                        "rouge1_max",
                        "rouge1_acc",
                        "rouge1_diff",
                        "rouge2_max",
                        "rouge2_acc",
                        "rouge2_diff",
                        "rougeL_max",
                        "rougeL_acc",
                        "rougeL_diff"));
        assertThat((Double) values.get("bleu_max")).isCloseTo(100, within(1e-9));
        assertThat((Double) values.get("rougeL_max")).isEqualTo(100);
        assertThat(values).containsEntry("bleu_acc", 1L).containsEntry("rouge2_acc", 1L);
        assertThat((Double) values.get("rouge2_diff")).isEqualTo(100);
    }

    @Test
    void instructions_are_judged_and_their_verdicts_pooled() {
        ResultsFunction judge = (ResultsFunction) function("leaderboard/ifeval/utils.py#process_results", Path.of("x"));
        Doc doc = doc(Map.of(
                "instruction_id_list", List.of("punctuation:no_comma", "startend:quotation"),
                "kwargs", List.of(Map.of(), Map.of())));
        assertThat(judge.apply(doc, List.of("*\"a b\"*")))
                .isEqualTo(Map.of(
                        "prompt_level_strict_acc",
                        false,
                        "inst_level_strict_acc",
                        List.of(true, false),
                        "prompt_level_loose_acc",
                        true,
                        "inst_level_loose_acc",
                        List.of(true, true)));
        AggregationFunction pooled =
                (AggregationFunction) function("leaderboard/ifeval/utils.py#agg_inst_level_acc", Path.of("x"));
        assertThat(pooled.apply(List.of(List.of(true), List.of(true, false, false))))
                .isEqualTo(0.5);
    }

    @Test
    void constants_are_read_and_nothing_else(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("utils.py");
        Files.writeString(
                file,
                "# WORDS = {}\nimport os\nWORDS = {\n    \"a\": \"x # no comment }\",  # {\n    'b': ['it\\'s', (1, 2)],\n}\n\n\nBAD = [open('x')]\n");
        assertThat(PythonConstant.read(file, "WORDS\\s*=\\s*(?=\\{)"))
                .isEqualTo(Map.of("a", "x # no comment }", "b", List.of("it's", List.of(1L, 2L))));
        assertThatThrownBy(() -> PythonConstant.read(file, "BAD\\s*=\\s*(?=\\[)"))
                .isInstanceOf(UnsupportedFunctionException.class)
                .hasMessageContaining("utils.py");
        assertThatThrownBy(() -> PythonConstant.read(file, "NONE\\s*=\\s*(?=\\{)"))
                .isInstanceOf(UnsupportedFunctionException.class);
        assertThatThrownBy(() -> PythonConstant.read(folder.resolve("gone.py"), "A"))
                .isInstanceOf(UnsupportedFunctionException.class);
    }

    @Test
    void a_document_without_what_a_function_needs_is_named() {
        DocFunction text = (DocFunction) function("leaderboard/mmlu_pro/utils.py#doc_to_text", Path.of("x"));
        assertThatThrownBy(() -> text.apply(doc(Map.of("question", "q"))))
                .hasMessageContaining("file line 7")
                .hasMessageContaining("options");
    }

    private static Map<String, Integer> compare(Path tasks, boolean constants) throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode line : lines()) {
            String place = line.get("place").asString();
            if (!place.contains("#") || WITH_CONSTANTS.contains(place) != constants) {
                continue;
            }
            NativeFunction function = function(place, tasks);
            Object expected = value(line.get("output"));
            Object actual;
            if (function instanceof DocsFunction docs) {
                List<Doc> input = docs(line.get("input"));
                List<Map<String, Object>> made = new ArrayList<>();
                docs.apply(input, new PythonRandom(0)).forEach(doc -> made.add(doc.columns()));
                made.forEach(columns ->
                        assertThat(new ArrayList<>(columns.keySet())).as(place).doesNotHaveDuplicates());
                assertOrder(place, made, line.get("output"));
                actual = made;
            } else if (function instanceof DocFunction doc) {
                actual = doc.apply(doc(columns(line.get("input"))));
            } else if (function instanceof AggregationFunction aggregation) {
                actual = aggregation.apply((List<?>) value(line.get("input")));
            } else if (function instanceof ResultsFunction results) {
                actual = results.apply(doc(columns(line.get("input"))), (List<?>) value(line.get("results")));
            } else {
                actual = ((SamplesFunction) function)
                        .get().stream().map(Doc::columns).toList();
            }
            compared.merge(place, 1, Integer::sum);
            if (!same(expected, actual)) {
                differences.add(place + " gives " + actual + " for " + line);
            }
        }
        assertThat(differences).isEmpty();
        return compared;
    }

    private static void assertOrder(String place, List<Map<String, Object>> made, JsonNode output) {
        for (int i = 0; i < Math.min(made.size(), output.size()); i++) {
            List<String> names = new ArrayList<>();
            output.get(i).properties().forEach(column -> names.add(column.getKey()));
            assertThat(made.get(i).keySet()).as(place).containsExactlyElementsOf(names);
        }
    }

    private static boolean same(Object expected, Object actual) {
        if (expected instanceof Number first && actual instanceof Number second) {
            double difference = Math.abs(first.doubleValue() - second.doubleValue());
            return difference <= LAST_DIGITS * Math.max(1, Math.abs(first.doubleValue()));
        } else if (expected instanceof Map<?, ?> first && actual instanceof Map<?, ?> second) {
            return new TreeSet<>(first.keySet()).equals(new TreeSet<>(second.keySet()))
                    && first.keySet().stream().allMatch(key -> same(first.get(key), second.get(key)));
        } else if (expected instanceof List<?> first && actual instanceof List<?> second) {
            boolean same = first.size() == second.size();
            for (int i = 0; same && i < first.size(); i++) {
                same = same(first.get(i), second.get(i));
            }
            return same;
        }
        return expected == null ? actual == null : expected.equals(actual);
    }

    private static NativeFunction function(String place, Path tasks) {
        String file = place.substring(0, place.indexOf('#'));
        Path path = tasks.resolve(file);
        return NativeCatalog.entries()
                .get(place)
                .of(new FunctionRef(path.getParent(), "utils." + place.substring(place.indexOf('#') + 1)));
    }

    private static List<Doc> docs(JsonNode rows) {
        List<Doc> docs = new ArrayList<>();
        rows.forEach(row -> docs.add(doc(columns(row))));
        return docs;
    }

    private static Doc doc(Map<String, ?> columns) {
        return Doc.of(new LinkedHashMap<>(columns), "file", 7);
    }

    private static Map<String, Object> columns(JsonNode row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        row.properties().forEach(column -> columns.put(column.getKey(), value(column.getValue())));
        return columns;
    }

    private static Object value(JsonNode node) {
        return JsonMapper.shared().convertValue(node, Object.class);
    }

    private static List<JsonNode> lines() throws IOException {
        try (InputStream in = NativeCatalogTest.class.getResourceAsStream("natives.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        }
    }
}
