package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HelmTest {

    @Test
    void recorded_comparisons_are_equal() throws IOException {
        int compared = 0;
        for (JsonNode vector : golden().get("text")) {
            String gold = vector.get("gold").asString();
            String prediction = vector.get("pred").asString();
            JsonNode expected = vector.get("expected");
            for (HelmMatch match : HelmMatch.values()) {
                if (expected.has(match.toString())) {
                    assertAgrees(
                            match + " of " + vector,
                            match.score(prediction, gold),
                            expected.get(match.toString()).asDouble());
                    compared++;
                }
            }
            assertThat(HelmText.normalized(gold))
                    .isEqualTo(expected.get("norm_gold").asString());
            assertThat(HelmText.normalized(prediction))
                    .isEqualTo(expected.get("norm_pred").asString());
        }
        System.out.println("HELM comparisons compared: " + compared);
        assertThat(compared).isGreaterThanOrEqualTo(120);
    }

    @Test
    void recorded_win_rates_are_equal() throws IOException {
        int compared = 0;
        for (JsonNode vector : golden().get("win_rate")) {
            List<WinRates.Direction> directions = new ArrayList<>();
            vector.get("lower_is_better").forEach(lower -> directions.add(direction(lower)));
            double[][] table = new double[vector.get("rows").size()][];
            for (int row = 0; row < table.length; row++) {
                table[row] = numbers(vector.get("rows").get(row));
            }
            WinRates rates = WinRates.of(table, directions);
            assertThat(rates.means())
                    .as(vector.get("name").asString())
                    .containsExactly(numbers(vector.get("expected_mean")), within(1e-15));
            assertThat(rates.medians())
                    .as(vector.get("name").asString())
                    .containsExactly(numbers(vector.get("expected_median")), within(1e-15));
            compared++;
        }
        System.out.println("HELM win rate tables compared: " + compared);
        assertThat(compared).isEqualTo(9);
    }

    @Test
    void recorded_pass_at_k_is_equal() throws IOException {
        for (JsonNode vector : golden().get("pass_at_k")) {
            assertAgrees(
                    vector.toString(),
                    PassAtK.estimate(
                            vector.get("n").asLong(),
                            vector.get("c").asLong(),
                            vector.get("k").asLong()),
                    vector.get("expected").asDouble());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> PassAtK.estimate(5, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PassAtK.estimate(5, 1, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The color is red and blue. | The color is blue and red. | 1 | 1 | 1",
                "The color is red and blue. | The color is red. | 0 | 0.5 | 0.6666666666666666",
                "Nothing. | Nothing. | 1 | 1 | 1",
                "Nothing. | It is red. | 0 | 0 | 0",
                "It is red. | Nothing. | 0 | 0 | 0",
                "green and red | red | 0 | 0.5 | 0.6666666666666666",
            })
    void sets_are_read_from_sentences(String gold, String prediction, double exact, double iou, double f1) {
        assertThat(HelmMatch.EXACT_SET.score(prediction, gold)).isEqualTo(exact);
        assertThat(HelmMatch.IOU_SET.score(prediction, gold)).isEqualTo(iou);
        assertThat(HelmMatch.F1_SET.score(prediction + "\nIt is pink.", gold)).isCloseTo(f1, within(1e-15));
    }

    @Test
    void the_normal_form_drops_articles_but_no_part_of_a_word() {
        assertThat(HelmText.normalized(" The  well-known: an  apple, a THEORY "))
                .isEqualTo("wellknown apple theory");
        assertThat(HelmText.normalized("l’a b")).isEqualTo("l’ b");
        assertThat(HelmText.normalizedWithArticles("The  end.")).isEqualTo("the end");
        assertThat(HelmText.normalized("a2 éa 猫a")).isEqualTo("a2 éa 猫a");
    }

    @Test
    void the_best_of_all_references_and_predictions_counts() {
        assertThat(HelmMatch.EXACT.best(TextPair.of("Paris ", "London", "Paris")))
                .isEqualTo(1);
        assertThat(HelmMatch.F1.bestOf(List.of("x", "red fox"), List.of("a red dog", "y")))
                .isEqualTo(0.5);
        assertThat(HelmMatch.QUASI_EXACT.score("", "")).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> HelmMatch.F1.bestOf(List.of(), List.of("a")));
    }

    @Test
    void choices_that_score_the_same_share_the_verdict() {
        ChoiceVerdict tie = ChoiceVerdict.of(new double[] {-1, -1, -3}, new boolean[] {true, false, false});
        assertThat(tie.exactMatch()).isEqualTo(0.5);
        assertThat(tie.maxProbability()).isCloseTo(1 / (2 + Math.exp(-2)), within(1e-15));
        double[] perToken = {ChoiceVerdict.perToken(-6, 3), ChoiceVerdict.perToken(-5, 2)};
        assertThat(ChoiceVerdict.of(perToken, new boolean[] {true, false}).exactMatch())
                .isEqualTo(1);
        assertThat(ChoiceVerdict.calibrated(-3, -4)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiceVerdict.of(new double[0], new boolean[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChoiceVerdict.of(new double[] {Double.NaN}, new boolean[] {true}));
    }

    @Test
    void surprise_is_told_per_token_and_per_byte() {
        TextLikelihood text = new TextLikelihood(-8 * Math.log(2), 4, 16);
        assertThat(text.perplexity()).isCloseTo(4, within(1e-12));
        assertThat(text.bitsPerByte()).isCloseTo(0.5, within(1e-15));
        assertThat(text.perByte()).isCloseTo(-Math.log(2) / 2, within(1e-15));
    }

    @Test
    void an_idealized_runtime_scales_the_next_larger_prompt() {
        IdealizedRuntime runtime = new IdealizedRuntime(
                Map.of(256L, Duration.ofMillis(100), 1024L, Duration.ofMillis(600)),
                Duration.ofMillis(20),
                Duration.ofMillis(5));
        assertThat(runtime.of(128, 1)).isEqualTo(Duration.ofMillis(55));
        assertThat(runtime.of(512, 11)).isEqualTo(Duration.ofMillis(505));
        assertThat(runtime.of(2048, 0)).isEqualTo(Duration.ofMillis(1205));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdealizedRuntime(Map.of(), Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.of(-1, 0));
    }

    @Test
    void a_statistic_has_the_variance_of_a_population() {
        HelmStatistic statistic = new HelmStatistic();
        assertThat(statistic.variance()).isNaN();
        List.of(4.0, 7.0).forEach(statistic::add);
        HelmStatistic rest = new HelmStatistic();
        List.of(13.0, 16.0).forEach(rest::add);
        statistic.merge(rest);
        assertThat(statistic.count()).isEqualTo(4);
        assertThat(statistic.mean()).isEqualTo(10);
        assertThat(statistic.variance()).isEqualTo(22.5);
        assertThat(statistic.min()).isEqualTo(4);
        assertThat(statistic.max()).isEqualTo(16);
        assertThat(statistic.takeMean().sum()).isEqualTo(10);
        assertThat(new HelmStatistic().takeMean().count()).isZero();
    }

    @Test
    void a_table_of_ragged_rows_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WinRates.of(
                        new double[][] {{1, 2}, {1}},
                        List.of(WinRates.Direction.HIGHER_IS_BETTER, WinRates.Direction.NONE)))
                .withMessageContaining("Row 1 has 1 values for 2 columns");
    }

    private static WinRates.Direction direction(JsonNode lower) {
        if (lower.isNull()) {
            return WinRates.Direction.NONE;
        }
        return lower.asBoolean() ? WinRates.Direction.LOWER_IS_BETTER : WinRates.Direction.HIGHER_IS_BETTER;
    }

    private static double[] numbers(JsonNode row) {
        double[] numbers = new double[row.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.get(i).isNull() ? Double.NaN : row.get(i).asDouble();
        }
        return numbers;
    }

    private static JsonNode golden() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(SharedData.path("golden/image/helm_text_and_winrate.json")));
    }
}
