package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.stats.PythonRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BootstrapTest {

    private static final Summation PLAIN = Summation.LEFT_TO_RIGHT;

    @Test
    void recorded_standard_errors_are_equal() throws IOException {
        JsonNode golden = JsonMapper.shared()
                .readTree(Files.readAllBytes(SharedData.path("golden/lmeval/pyrandom.json")))
                .get("bootstrap");
        double[] values = Table.doubles(golden.get("xs")).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int compared = 0;
        Map<String, NumberAggregation> aggregations = Map.of(
                "mean", new Mean(PLAIN),
                "sample_stddev", new SampleDeviation(PLAIN),
                "mean_stderr", new MeanStandardError(PLAIN),
                "median", new Median(),
                "perplexity", new Perplexity(PLAIN));
        for (Map.Entry<String, NumberAggregation> entry : aggregations.entrySet()) {
            // Log-likelihoods are negative: the recording negates its values for them.
            double[] items = entry.getKey().equals("perplexity")
                    ? Arrays.stream(values).map(value -> -value).toArray()
                    : values;
            assertAgrees(
                    entry.getKey(),
                    entry.getValue().of(items),
                    golden.get(entry.getKey()).asDouble());
            compared++;
            for (int iterations : List.of(100, 1000, 3000)) {
                String key = "bootstrap_" + entry.getKey() + "_" + iterations;
                if (golden.has(key)) {
                    Bootstrap bootstrap = Bootstrap.ofIterations(iterations);
                    assertAgrees(
                            key,
                            bootstrap.standardError(entry.getValue(), items),
                            golden.get(key).asDouble());
                    compared++;
                }
            }
        }
        System.out.println("values and standard errors compared: " + compared);
        assertThat(compared).isEqualTo(11);
    }

    @Test
    void a_corpus_resampled_from_its_sums_deviates_as_one_that_is_scored_from_its_texts() {
        List<TextPair> pairs = new ArrayList<>();
        Table.rows("translation.jsonl").stream()
                .limit(8)
                .forEach(row -> row.get("pairs")
                        .forEach(pair -> pairs.add(new TextPair(pair.get(0).asString(), Table.strings(pair.get(1))))));
        for (CorpusMetric metric : List.of(Bleu.standard(), Chrf.standard(), Chrf.plusPlus(), Ter.standard())) {
            double fromTexts = Bootstrap.ofIterations(100).standardError(metric, pairs);
            double fromSums = Bootstrap.ofIterations(100).standardError(metric.collect(pairs));

            assertThat(fromSums).as(metric.toString()).isEqualTo(fromTexts).isPositive();
        }
    }

    @Test
    void values_lists_and_a_python_program_draw_the_same() {
        double[] values = {1, 5, 2, 8, 13, 4};
        Bootstrap bootstrap = Bootstrap.ofIterations(50);
        List<Double> boxed = List.of(1.0, 5.0, 2.0, 8.0, 13.0, 4.0);
        PythonRandom random = new PythonRandom(0);
        double[] medians = new double[50];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = random.choices(boxed, 6).stream().sorted().toList().get(3);
        }

        double expected = new SampleDeviation(PLAIN).of(medians);
        assertThat(bootstrap.standardError(new Median(), values)).isEqualTo(expected);
        assertThat(bootstrap.standardError((Aggregation<Double>) new Median(), boxed))
                .isEqualTo(expected);
    }

    @Test
    void an_incomplete_last_chunk_is_left_out() {
        assertThat(Bootstrap.ofIterations(999).iterations()).isEqualTo(999);
        assertThat(Bootstrap.ofIterations(1999).iterations()).isEqualTo(1000);
        assertThat(Bootstrap.ofIterations(100_000).iterations()).isEqualTo(100_000);
        double[] values = {3, 1, 4, 1, 5};
        assertThat(Bootstrap.ofIterations(1999).standardError(new Median(), values))
                .isEqualTo(Bootstrap.ofIterations(1000).standardError(new Median(), values));
    }

    @Test
    void what_cannot_vary_has_no_error_and_nothing_has_none_either() {
        Bootstrap bootstrap = Bootstrap.ofIterations(10);
        assertThat(bootstrap.standardError(new Mean(PLAIN), 2, 2, 2)).isZero();
        assertThat(bootstrap.standardError(new Mean(PLAIN))).isNaN();
        assertThat(bootstrap.standardError(Bleu.standard().start())).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.ofIterations(1))
                .withMessageContaining("1 resamples");
    }
}
