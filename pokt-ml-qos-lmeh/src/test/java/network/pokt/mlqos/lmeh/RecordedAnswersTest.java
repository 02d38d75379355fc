package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.filter.Filters;
import network.pokt.mlqos.lmeh.filter.ResponseFilter;
import network.pokt.mlqos.metric.ExactMatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Meta-Llama-3-8B wrote to all 12,032 questions of MMLU-Pro, five examples before each, as the authors of MMLU-Pro published
 * it together with the letters that they found in it.
 */
class RecordedAnswersTest {

    /** The expression of the task {@code mmlu_pro} of lm-evaluation-harness 0.4.13. */
    private static final ResponseFilter LETTER =
            Filters.of("regex", Map.of("regex_pattern", "answer is \\(?([ABCDEFGHIJ])\\)?"));

    private static final ExactMatch MATCH =
            ExactMatch.builder().ignoreCase(true).ignorePunctuation(true).build();

    private static final Doc NO_DOC = Doc.of(Map.of(), "mmlu_pro", 1);

    /** Right answers and questions, counted from the published letters. */
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("biology", "396 of 717"),
            Map.entry("business", "246 of 789"),
            Map.entry("chemistry", "252 of 1132"),
            Map.entry("computer science", "134 of 410"),
            Map.entry("economics", "390 of 844"),
            Map.entry("engineering", "232 of 969"),
            Map.entry("health", "350 of 818"),
            Map.entry("history", "136 of 381"),
            Map.entry("law", "209 of 1101"),
            Map.entry("math", "367 of 1351"),
            Map.entry("other", "383 of 924"),
            Map.entry("philosophy", "194 of 499"),
            Map.entry("physics", "398 of 1299"),
            Map.entry("psychology", "425 of 798"));

    private static final class Count {
        int right;
        int all;

        @Override
        public String toString() {
            return right + " of " + all;
        }
    }

    @Test
    void letters_and_accuracies_of_mmlu_pro_are_the_published_ones() throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        Count total = new Count();
        int withoutLetter = 0;
        for (JsonNode answer : answers()) {
            List<?> left =
                    (List<?>) LETTER.apply(List.of(answer.path("generated_text").asString()), NO_DOC);
            Object letter = left.get(0);
            JsonNode published = answer.path("pred");
            assertThat(letter)
                    .as("question %s", answer.path("question_id"))
                    .isEqualTo(published.isNull() ? "[invalid]" : published.asString());
            withoutLetter += published.isNull() ? 1 : 0;
            int right = (int)
                    MATCH.score(String.valueOf(letter), answer.path("answer").asString());
            for (Count count : List.of(
                    total, counts.computeIfAbsent(answer.path("category").asString(), name -> new Count()))) {
                count.right += right;
                count.all++;
            }
        }
        counts.put("all", total);
        counts.forEach((category, count) -> System.out.printf(
                Locale.ROOT, "mmlu_pro %-17s %12s  %.4f%n", category, count, (double) count.right / count.all));
        assertThat(total).hasToString("4112 of 12032");
        assertThat(withoutLetter).isEqualTo(1290);
        counts.remove("all");
        assertThat(counts).hasSameSizeAs(PUBLISHED);
        counts.forEach((category, count) -> assertThat(count).hasToString(PUBLISHED.get(category)));
    }

    private static JsonNode answers() throws IOException {
        Path file = SharedData.path("data/model_outputs/mmlu_pro/model_outputs_Meta-Llama-3-8B_5shots.zip");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return JsonMapper.shared().readTree(zip.getInputStream(zip.entries().nextElement()));
        }
    }
}
