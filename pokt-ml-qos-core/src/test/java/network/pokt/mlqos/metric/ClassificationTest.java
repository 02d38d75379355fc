package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ClassificationTest {

    static List<JsonNode> rows() {
        return Table.rows("classification.jsonl");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void all_averages_are_those_of_scikit_learn(JsonNode row) {
        List<Classified<Integer>> samples = Table.classified(row.get("gold"), row.get("predicted"));

        assertAgrees(
                "mcc",
                new MatthewsCorrelation<Integer>().of(samples),
                row.get("mcc").asDouble());
        for (F1<Integer> f1 : List.<F1<Integer>>of(F1.macro(), F1.micro(), F1.weighted())) {
            String average =
                    f1.toString().substring("f1(".length(), f1.toString().length() - 1);
            assertAgrees(average, f1.of(samples), row.get(average).asDouble());
        }
        if (row.has("binary")) {
            assertAgrees("binary", F1.binary(1).of(samples), row.get("binary").asDouble());
        }
    }

    @Test
    void classes_may_be_anything_that_equals() {
        List<Classified<String>> samples =
                List.of(new Classified<>("yes", "yes"), new Classified<>("yes", "no"), new Classified<>("no", "no"));
        assertThat(F1.binary("yes").of(samples)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(F1.<String>micro().of(samples)).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void a_positive_class_needs_one_other_at_most() {
        List<Classified<Integer>> three =
                List.of(new Classified<>(0, 1), new Classified<>(1, 2), new Classified<>(2, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> F1.binary(1).of(three))
                .withMessageContaining("[0, 1, 2] are not 1 and one other");
        List<Classified<Integer>> others = List.of(new Classified<>(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> F1.binary(1).of(others));
        assertThat(F1.binary(1).of(List.of(new Classified<>(0, 0)))).isZero();
    }

    @Test
    void many_classes_are_counted_as_they_come() {
        ConfusionMatrix<Integer> matrix = new ConfusionMatrix<>();
        for (int i = 0; i < 30; i++) {
            matrix.add(new Classified<>(i % 11, i % 3));
        }
        assertThat(matrix.total()).isEqualTo(30);
        assertThat(matrix.labels()).hasSize(11);
        assertThat(matrix.golds(0)).isEqualTo(3);
        assertThat(matrix.predictions(2)).isEqualTo(10);
        assertThat(matrix.count(3, 0)).isEqualTo(1);
        assertThat(matrix.count(99, 0)).isZero();
        assertThat(matrix.predictions(99)).isZero();
    }

    @Test
    void a_classifier_is_perfect_against_itself_and_bounded_against_others() {
        RandomCases.check(2004, 300, draw -> {
            List<Integer> gold = draw.list(2, 40, () -> draw.integer(0, 3));
            List<Integer> predicted = draw.list(40, 40, () -> draw.integer(0, 3));
            List<Classified<Integer>> same = new ArrayList<>();
            List<Classified<Integer>> different = new ArrayList<>();
            List<Classified<Integer>> swapped = new ArrayList<>();
            for (int i = 0; i < gold.size(); i++) {
                same.add(new Classified<>(gold.get(i), gold.get(i)));
                different.add(new Classified<>(gold.get(i), predicted.get(i)));
                swapped.add(new Classified<>(predicted.get(i), gold.get(i)));
            }
            MatthewsCorrelation<Integer> correlation = new MatthewsCorrelation<>();

            assertThat(correlation.of(same)).isEqualTo(gold.stream().distinct().count() > 1 ? 1 : 0);
            assertThat(correlation.of(different)).isBetween(-1.0, 1.0).isEqualTo(correlation.of(swapped));
            for (F1<Integer> f1 : List.<F1<Integer>>of(F1.macro(), F1.micro(), F1.weighted())) {
                assertThat(f1.of(same)).isCloseTo(1, within(1e-12));
                assertThat(f1.of(different)).isBetween(0.0, 1.0);
            }
        });
    }

    @Test
    void a_right_choice_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Forecast(2, List.of(0.5, 0.5)))
                .withMessageContaining("right choice 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecast(-1, List.of(0.5, 0.5)));
    }
}
