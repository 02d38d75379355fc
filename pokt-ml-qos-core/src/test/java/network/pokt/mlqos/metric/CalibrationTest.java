package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalibrationTest {

    @Test
    void recorded_calibration_errors_are_equal() throws IOException {
        JsonNode golden = JsonMapper.shared()
                .readTree(Files.readAllBytes(SharedData.path("golden/image/helm_text_and_winrate.json")))
                .get("ece");
        List<GradedConfidence> answers = new ArrayList<>();
        for (int i = 0; i < golden.get("probs").size(); i++) {
            answers.add(new GradedConfidence(
                    golden.get("probs").get(i).asDouble(),
                    golden.get("correct").get(i).asInt() == 1));
        }
        JsonNode expected = golden.get("expected");
        assertAgrees(
                "10 em",
                CalibrationError.ofEqualMass(10).of(answers),
                expected.get("ece_10_bin_em").asDouble());
        assertAgrees(
                "15 em",
                CalibrationError.ofEqualMass(15).of(answers),
                expected.get("ece_15_em").asDouble());
        assertAgrees(
                "10 ew",
                CalibrationError.ofEqualWidth(10).of(answers),
                expected.get("ece_10_ew").asDouble());
        assertAgrees(
                "1 bin",
                CalibrationError.ofEqualWidth(1).of(answers),
                expected.get("ece_1_bin").asDouble());
        CalibrationReport report = CalibrationReport.of(answers);
        assertAgrees("report", report.error(), expected.get("ece_10_bin_em").asDouble());
        assertThat(report.scaledErrorOfMean()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 0.7         | 0 1       | 1 | 0.1",
                "0.1 0.7 0.4     | 0 0 0     | 1 | 0.4",
                "0.1 0.7         | 0 1       | 2 | 0.2",
                "0.1 0.1 0.7     | 0 1 1     | 2 | 0.36666666666666667",
                "0.1 0.1 0.1 0.1 0.7 | 0 1 0 0 1 | 2 | 0.18",
                "0.1 0.7 0.5 0.9 | 0 1 0 1   | 2 | 0.25",
                "0.6 0.7 0.8 0.9 | 0 0 1 1   | 2 | 0.4",
                "0.1 0.7 0.5 0.9 | 0 1 1 1   | 4 | 0.25",
            })
    void bins_of_equal_mass_split_between_neighbours(String probabilities, String correct, int bins, double error) {
        assertThat(CalibrationError.ofEqualMass(bins).of(answers(probabilities, correct)))
                .isCloseTo(error, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1         | 1     | 1                  | 1",
                "0.3 0.9     | 0 1   | 0.75               | 1",
                "0.3 0.9     | 1 0   | 0.25               | 0",
                "0.6 0.0 0.8 | 1 0 1 | 0.8888888888888889 | 1",
                "0.6 0.0 0.8 | 0 1 0 | 0.1111111111111111 | 0",
                "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.6 0.7 | 0 0 0 0 0 0 0 0 0 0 0 1 | 0.25860089 | 0.5",
            })
    void the_surest_answers_are_taken_first(String probabilities, String correct, double area, double atTenPercent) {
        SelectiveAccuracy accuracy = SelectiveAccuracy.of(answers(probabilities, correct));
        assertThat(accuracy.area()).isCloseTo(area, within(1e-8));
        assertThat(accuracy.atTenPercent()).isEqualTo(atTenPercent);
    }

    static List<JsonNode> fits() {
        return Table.rows("platt.jsonl");
    }

    @ParameterizedTest
    @MethodSource("fits")
    void the_fitted_curve_is_the_optimum_and_near_what_helm_stops_at(JsonNode row) {
        List<GradedConfidence> answers = new ArrayList<>();
        row.get("answers")
                .forEach(answer -> answers.add(new GradedConfidence(
                        answer.get(0).asDouble(), answer.get(1).asInt() == 1)));
        PlattScaling curve = PlattScaling.fit(answers);

        assertThat(curve.coefficient()).isCloseTo(row.get("coefficient").asDouble(), within(1e-8));
        assertThat(curve.intercept()).isCloseTo(row.get("intercept").asDouble(), within(1e-8));
        assertThat(curve.coefficient()).isCloseTo(row.get("helm_coefficient").asDouble(), within(1e-3));
        assertThat(curve.intercept()).isCloseTo(row.get("helm_intercept").asDouble(), within(1e-3));
    }

    @Test
    void a_curve_stays_finite_where_confidence_separates_right_from_wrong() {
        PlattScaling curve = PlattScaling.fit(answers("0.1 0.2 0.8 0.9 1 0", "0 0 1 1 1 0"));
        assertThat(curve.coefficient()).isFinite().isPositive();
        assertThat(curve.apply(0.9)).isGreaterThan(0.99);
        assertThat(curve.apply(0.1)).isLessThan(0.01);
    }

    @Test
    void answers_that_are_all_alike_need_no_curve() {
        List<GradedConfidence> right = Collections.nCopies(12, new GradedConfidence(0.75, true));
        CalibrationReport report = CalibrationReport.of(right);
        assertThat(report.scaling()).isEmpty();
        assertThat(report.scaledError()).isZero();
        assertThat(report.error()).isCloseTo(0.25, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlattScaling.fit(right))
                .withMessageContaining("Of 12 answers 12 are right");
    }

    @Test
    void what_cannot_be_binned_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationError.ofEqualMass(10).of(answers("0.5 0.6", "1 0")))
                .withMessageContaining("2 answers for 10 bins");
        assertThatIllegalArgumentException().isThrownBy(() -> CalibrationError.ofEqualWidth(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedConfidence(1.1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new GradedConfidence(Double.NaN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> CalibrationReport.of(List.of()));
        assertThat(CalibrationError.ofEqualMass(10).of(List.of())).isNaN();
        assertThat(SelectiveAccuracy.of(List.of()).area()).isNaN();
    }

    private static List<GradedConfidence> answers(String probabilities, String correct) {
        String[] graded = correct.trim().split(" +");
        String[] values = probabilities.trim().split(" +");
        return Arrays.stream(values)
                .map(Double::valueOf)
                .collect(
                        ArrayList::new,
                        (list, value) -> list.add(new GradedConfidence(value, graded[list.size()].equals("1"))),
                        List::addAll);
    }
}
