package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AggregationTest {

    static List<JsonNode> sums() {
        return Table.rows("sums.jsonl");
    }

    @ParameterizedTest
    @MethodSource("sums")
    void sums_are_those_of_both_pythons_and_of_numpy_to_the_last_digit(JsonNode row) {
        double[] values = new double[row.get("size").asInt()];
        Arrays.setAll(values, i -> ((i * 0.6180339887498949) % 1.0 - 0.5) * Math.pow(10, i % 7));

        assertThat(Summation.LEFT_TO_RIGHT.sum(values))
                .isEqualTo(row.get("plain").asDouble());
        assertThat(Summation.COMPENSATED.sum(values))
                .isEqualTo(row.get("compensated").asDouble());
        assertThat(PairwiseSum.of(values)).isEqualTo(row.get("pairwise").asDouble());
        assertThat(new NanMean().of(values)).isEqualTo(row.get("pairwise").asDouble() / values.length);
    }

    @Test
    void a_compensated_sum_keeps_what_cancels_and_stays_infinite() {
        assertThat(Summation.COMPENSATED.sum(1e100, 1, -1e100)).isEqualTo(1);
        assertThat(Summation.LEFT_TO_RIGHT.sum(1e100, 1, -1e100)).isZero();
        assertThat(Summation.COMPENSATED.sum(Double.POSITIVE_INFINITY, 1)).isInfinite();
        assertThat(Summation.COMPENSATED.sum()).isZero();
    }

    @Test
    void a_stream_comes_to_the_same_as_its_list() {
        RandomCases.check(1974, 200, draw -> {
            List<Double> values = draw.list(1, 60, () -> draw.decimal(-50, 0, 2));
            for (Summation summation : Summation.values()) {
                for (StreamingAggregation<Double> aggregation :
                        List.of(new Mean(summation), new Perplexity(summation))) {
                    Accumulator<Double> accumulator = aggregation.start();
                    values.forEach(accumulator::add);
                    assertThat(accumulator.value()).isEqualTo(aggregation.of(values));
                }
            }
        });
    }

    @Test
    void the_upper_of_two_middle_values_is_the_median() {
        assertThat(new Median().of(3, 1, 2)).isEqualTo(2);
        assertThat(new Median().of(4, 1, 3, 2)).isEqualTo(3);
        assertThat(new Median().of(7)).isEqualTo(7);
    }

    @Test
    void the_median_is_what_sorting_finds_and_its_input_stays() {
        RandomCases.check(1961, 500, draw -> {
            List<Double> values = draw.list(1, 200, () -> draw.decimal(-2, 2, 2));
            double[] array =
                    values.stream().mapToDouble(value -> Math.rint(value * 4)).toArray();
            double[] sorted = array.clone();
            Arrays.sort(sorted);
            double[] given = array.clone();

            assertThat(new Median().of(given)).isEqualTo(sorted[sorted.length / 2]);
            assertThat(given).isEqualTo(array);
        });
    }

    @Test
    void values_that_are_no_numbers_have_no_part_in_a_nan_mean() {
        assertThat(new NanMean().of(1, Double.NaN, 3)).isEqualTo(2);
        assertThat(new NanMean().of(Double.NaN, Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_aggregates_to_nan(Summation summation) {
        for (NumberAggregation aggregation : List.<NumberAggregation>of(
                new Mean(summation),
                new NanMean(),
                new Median(),
                new Perplexity(summation),
                new SampleDeviation(summation),
                new MeanStandardError(summation))) {
            assertThat(aggregation.of()).as(aggregation.toString()).isNaN();
            assertThat(aggregation.of(List.of())).isNaN();
        }
        assertThat(WeightedPerplexity.bitsPerByte(summation).of(List.of())).isNaN();
        assertThat(new AllCorrect().of(List.of())).isNaN();
        assertThat(new BrierScore().of(List.of())).isNaN();
        assertThat(new MatthewsCorrelation<String>().of(List.of())).isNaN();
        assertThat(F1.<String>macro().of(List.of())).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void long_texts_weigh_more(Summation summation) {
        List<WeightedLikelihood> texts =
                List.of(new WeightedLikelihood(-2, 1), new WeightedLikelihood(-6 * Math.log(2), 3));
        double nats = (2 + 6 * Math.log(2)) / 4;
        assertAgrees("bits", WeightedPerplexity.bitsPerByte(summation).of(texts), nats / Math.log(2));
        assertAgrees("perplexity", WeightedPerplexity.perplexity(summation).of(texts), Math.exp(nats));
    }

    @Test
    void the_deviation_is_that_of_a_sample() {
        double[] textbook = {4, 7, 13, 16};
        for (Summation summation : Summation.values()) {
            assertAgrees("deviation", new SampleDeviation(summation).of(textbook), Math.sqrt(30));
            assertAgrees("error", new MeanStandardError(summation).of(textbook), Math.sqrt(30) / 2);
            assertThat(new SampleDeviation(summation).of(1)).isNaN();
        }
    }

    @Test
    void a_question_counts_if_every_answer_to_it_is_right() {
        List<GradedAnswer> answers = List.of(
                new GradedAnswer("1/1", true),
                new GradedAnswer("1/2", true),
                new GradedAnswer("1/1", false),
                new GradedAnswer("1/2", true),
                new GradedAnswer("2/1", false));
        assertThat(new AllCorrect().of(answers)).isCloseTo(1.0 / 3, within(1e-16));
        assertThat(AllCorrect.perQuestion(answers)).containsExactly(0, 1, 0);
    }

    @Test
    void forecasts_are_punished_by_their_squared_error() {
        RandomCases.check(1950, 200, draw -> {
            List<Double> weights = draw.list(2, 6, () -> draw.decimal(0, 1, 2));
            double total = weights.stream().mapToDouble(weight -> weight + 0.01).sum();
            List<Double> probabilities =
                    weights.stream().map(weight -> (weight + 0.01) / total).toList();
            double error = new BrierScore().of(List.of(new Forecast(0, probabilities)));
            double squares = probabilities.stream().mapToDouble(p -> p * p).sum();
            assertThat(error).isBetween(0.0, 2.0).isCloseTo(squares - 2 * probabilities.get(0) + 1, within(1e-12));
        });
    }

    @Test
    void a_mean_of_many_forecasts_is_the_mean_of_their_errors() {
        List<Forecast> forecasts = DoubleStream.iterate(0.05, p -> p < 1, p -> p + 0.05)
                .mapToObj(p -> new Forecast(1, List.of(1 - p, p)))
                .toList();
        double expected = forecasts.stream().mapToDouble(Forecast::squaredError).sum() / forecasts.size();
        assertAgrees("brier", new BrierScore().of(forecasts), expected);
    }
}
