package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values and standard errors that lm-evaluation-harness 0.4.13 reported, from the items that it logged for each sample. */
class RecordedRunsTest {

    private static final Summation PLAIN = Summation.LEFT_TO_RIGHT;
    /** More are never drawn for these metrics, whatever a run asks for. */
    private static final Bootstrap OF_TRANSLATIONS = Bootstrap.ofIterations(100);

    @ParameterizedTest
    @CsvSource({"bleu", "chrf", "chrf++", "ter"})
    void translation_scores(String metric) throws IOException {
        CorpusMetric score = switch (metric) {
            case "bleu" -> Bleu.standard();
            case "chrf" -> Chrf.standard();
            case "chrf++" -> Chrf.plusPlus();
            default -> Ter.standard();
        };
        CorpusStatistics corpus = score.collect(items(
                "syn_mt",
                metric,
                item -> TextPair.of(item.get(1).asString(), item.get(0).asString())));
        compare("syn_mt", metric, corpus.value(), OF_TRANSLATIONS.standardError(corpus));
    }

    @ParameterizedTest
    @CsvSource({"syn_f1_mcc, mcc", "syn_f1_mcc, f1", "syn_mcc_multi, mcc"})
    void classification_scores(String run, String metric) throws IOException {
        List<Classified<Integer>> samples = items(
                run,
                metric,
                item -> new Classified<>(item.get(0).asInt(), item.get(1).asInt()));
        ConfusionAggregation<Integer> score = metric.equals("f1") ? F1.binary(1) : new MatthewsCorrelation<>();
        compare(run, metric, score.of(samples), bootstrap(run).standardError(score, samples));
    }

    @ParameterizedTest
    @ValueSource(strings = {"syn_lambada", "syn_lambada_default"})
    void perplexities_and_accuracies_of_last_words(String run) throws IOException {
        double[] likelihoods = numbers(run, "perplexity");
        Perplexity perplexity = new Perplexity(PLAIN);
        compare(run, "perplexity", perplexity.of(likelihoods), bootstrap(run).standardError(perplexity, likelihoods));
        double[] verdicts = numbers(run, "acc");
        compare(run, "acc", new Mean(PLAIN).of(verdicts), new MeanStandardError(PLAIN).of(verdicts));
    }

    @Test
    void rolling_perplexities() throws IOException {
        for (String metric : List.of("word_perplexity", "byte_perplexity", "bits_per_byte")) {
            WeightedPerplexity perplexity = metric.startsWith("bits")
                    ? WeightedPerplexity.bitsPerByte(PLAIN)
                    : WeightedPerplexity.perplexity(PLAIN);
            double value = perplexity.of(items(
                    "syn_rolling",
                    metric,
                    item -> new WeightedLikelihood(
                            item.get(0).asDouble(), item.get(1).asDouble())));
            assertAgrees(
                    metric, value, result("syn_rolling").get(metric + ",none").asDouble());
        }
    }

    private static void compare(String run, String metric, double value, double error) throws IOException {
        JsonNode result = result(run);
        double expectedError = result.get(metric + "_stderr,none").asDouble();
        assertAgrees(metric, value, result.get(metric + ",none").asDouble());
        assertAgrees(metric + "_stderr", error, expectedError);
        System.out.println(run + " compared: " + metric + " " + value + " +- " + error);
    }

    private static Bootstrap bootstrap(String run) throws IOException {
        JsonNode settings = JsonMapper.shared().readTree(Files.readAllBytes(file(run, "run.json")));
        return Bootstrap.ofIterations(settings.findValue("bootstrap_iters").asInt());
    }

    private static JsonNode result(String run) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(file(run, "results.json")))
                .get("results")
                .get(run);
    }

    private static double[] numbers(String run, String metric) throws IOException {
        return items(run, metric, JsonNode::asDouble).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static <T> List<T> items(String run, String metric, Function<JsonNode, T> reader) throws IOException {
        try (InputStream samples = new GZIPInputStream(Files.newInputStream(file(run, "samples.jsonl.gz")))) {
            return new String(samples.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> reader.apply(JsonMapper.shared().readTree(line).get(metric)))
                    .toList();
        }
    }

    private static Path file(String run, String name) {
        return SharedData.path("golden/lmeval/" + run + "/" + name);
    }
}
