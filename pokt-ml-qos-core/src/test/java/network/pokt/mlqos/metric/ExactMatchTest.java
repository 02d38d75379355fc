package network.pokt.mlqos.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExactMatchTest {

    @Test
    void by_default_every_character_counts() {
        assertThat(ExactMatch.strict().score("42", "42")).isEqualTo(1);
        assertThat(ExactMatch.strict().score("42 ", "42")).isZero();
        assertThat(ExactMatch.strict().score("A", "a")).isZero();
    }

    @Test
    void expressions_are_removed_one_after_the_other_from_both_sides() {
        ExactMatch gsm8k = ExactMatch.builder()
                .regexesToIgnore(",", "\\$", "(?s).*#### ", "\\.$")
                .ignoreCase(true)
                .build();
        assertThat(gsm8k.matches("$1,234.", "First.\n#### 1234")).isTrue();
        assertThat(gsm8k.matches("1234..", "1234")).isFalse();
    }

    @Test
    void only_ascii_punctuation_and_digits_are_ignored() {
        ExactMatch loose = ExactMatch.builder().ignorePunctuation(true).ignoreNumbers(true).build();
        assertThat(loose.matches("a-b_1c!", "abc")).isTrue();
        assertThat(loose.matches("a。", "a")).isFalse();
        assertThat(loose.matches("a٣", "a")).isFalse();
    }

    @Test
    void marks_of_fixed_width_strings_are_kept() {
        assertThat(ExactMatch.strict().matches("a\0\0", "a")).isTrue();
        ExactMatch anyCase = ExactMatch.builder().ignoreCase(true).build();
        assertThat(anyCase.matches("İstanbul", "i\u0307stanbul")).isFalse();
        assertThat(anyCase.matches("İstanbul", "i\u0307stanbu")).isTrue();
    }

    @Test
    void an_answer_on_which_an_expression_runs_away_does_not_match() {
        ExactMatch costly = ExactMatch.builder().regexesToIgnore("(a+)+b").build();
        assertThat(costly.matches("a".repeat(100_000), "c")).isFalse();
    }

    @Test
    void recorded_values_are_equal() throws IOException {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Files.readAllBytes(SharedData.path("golden/lmeval/text_metrics.json")))
                .get("exact_match");
        assertThat(vectors.size()).isGreaterThan(10);
        for (JsonNode vector : vectors) {
            List<String> regexes = new ArrayList<>();
            vector.path("regexes_to_ignore").forEach(regex -> regexes.add(regex.asString()));
            ExactMatch match = ExactMatch.builder()
                    .regexesToIgnore(regexes.toArray(String[]::new))
                    .ignoreCase(vector.path("ignore_case").asBoolean(false))
                    .ignorePunctuation(vector.path("ignore_punctuation").asBoolean(false))
                    .ignoreNumbers(vector.path("ignore_numbers").asBoolean(false))
                    .build();
            assertThat(match.score(vector.get("pred").asString(), vector.get("ref").asString()))
                    .as(vector.toString())
                    .isEqualTo(vector.get("value").asDouble());
        }
    }
}
