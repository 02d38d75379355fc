package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every value that was recorded from sacrebleu 2.6.0 and lm-evaluation-harness 0.4.13. */
class TextMetricsGoldenTest {

    private static final Map<String, Bleu> BLEU = Map.of(
            "bleu_13a", Bleu.standard(),
            "bleu_intl", tokenized("intl").build(),
            "bleu_char", tokenized("char").build(),
            "bleu_none", tokenized("none").build(),
            "bleu_zh", tokenized("zh").build(),
            "bleu_13a_lc", tokenized("13a").lowercase(true).build(),
            "bleu_13a_floor", tokenized("13a").smoothing(BleuSmoothing.floor()).build(),
            "bleu_13a_add-k", tokenized("13a").smoothing(BleuSmoothing.addK()).build(),
            "bleu_13a_none", tokenized("13a").smoothing(BleuSmoothing.none()).build(),
            "bleu_intl_smooth0", tokenized("intl").build());

    private static final Map<String, CorpusMetric> OTHERS = Map.of(
            "chrf", Chrf.standard(),
            "chrfpp", Chrf.plusPlus(),
            "ter", Ter.standard(),
            "ter_norm_np", Ter.builder().normalized(true).noPunctuation(true).build(),
            "ter_cased", Ter.builder().caseSensitive(true).build(),
            "ter_asian", Ter.builder().normalized(true).asian(true).build(),
            "lm_eval_bleu", Bleu.standard(),
            "lm_eval_chrf", Chrf.standard(),
            "lm_eval_chrf++", Chrf.plusPlus(),
            "lm_eval_ter", Ter.standard());

    private static Bleu.Builder tokenized(String name) {
        return Bleu.builder().tokenization(BleuOptions.tokenization(name));
    }

    @Test
    void all_recorded_corpora_score_the_same() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        for (JsonNode corpus : golden().get("corpora")) {
            List<TextPair> pairs = pairs(corpus);
            for (Map.Entry<String, JsonNode> entry : corpus.properties()) {
                String key = entry.getKey();
                JsonNode expected = entry.getValue();
                if (BLEU.containsKey(key)) {
                    BleuOptions.assertAgrees(BLEU.get(key), pairs, expected);
                } else if (OTHERS.containsKey(key)) {
                    double score = OTHERS.get(key).of(pairs);
                    assertAgrees(key, score, (expected.isObject() ? expected.get("score") : expected).asDouble());
                    assertEdits(OTHERS.get(key), pairs, expected);
                } else {
                    assertThat(key).isIn("name", "hyps", "refs");
                    continue;
                }
                compared.merge(key, 1, Integer::sum);
            }
        }
        System.out.println("corpora compared by metric: " + compared);
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(400);
        assertThat(compared.keySet()).containsAll(BLEU.keySet()).containsAll(OTHERS.keySet());
    }

    @Test
    void all_recorded_exact_matches_are_the_same() throws IOException {
        int compared = 0;
        for (JsonNode vector : golden().get("exact_match")) {
            ExactMatch match = ExactMatch.builder()
                    .regexesToIgnore(
                            Table.strings(vector.path("regexes_to_ignore")).toArray(String[]::new))
                    .ignoreCase(vector.path("ignore_case").asBoolean(false))
                    .ignorePunctuation(vector.path("ignore_punctuation").asBoolean(false))
                    .ignoreNumbers(vector.path("ignore_numbers").asBoolean(false))
                    .build();
            assertThat(match.score(
                            vector.get("pred").asString(), vector.get("ref").asString()))
                    .as(vector.toString())
                    .isEqualTo(vector.get("value").asDouble());
            compared++;
        }
        System.out.println("exact matches compared: " + compared);
        assertThat(compared).isGreaterThanOrEqualTo(450);
    }

    @Test
    void all_recorded_classifications_score_the_same() throws IOException {
        int compared = 0;
        for (JsonNode vector : golden().get("classification")) {
            List<Classified<Integer>> samples = Table.classified(vector.get("gold"), vector.get("pred"));
            MatthewsCorrelation<Integer> correlation = new MatthewsCorrelation<>();
            assertAgrees(
                    "mcc",
                    correlation.of(samples),
                    vector.get("matthews_corrcoef").asDouble());
            assertAgrees(
                    "bootstrap of mcc",
                    Bootstrap.ofIterations(100).standardError(correlation, samples),
                    vector.get("bootstrap_mcc_100").asDouble());
            if (vector.has("f1")) {
                assertAgrees("f1", F1.binary(1).of(samples), vector.get("f1").asDouble());
            }
            List<Forecast> forecasts = new ArrayList<>();
            for (int i = 0; i < vector.get("probs").size(); i++) {
                forecasts.add(new Forecast(
                        vector.get("gold").get(i).asInt(),
                        Table.doubles(vector.get("probs").get(i))));
            }
            assertThat(new BrierScore().of(forecasts))
                    .isEqualTo(vector.get("brier_score").asDouble());
            compared++;
        }
        System.out.println("classifications compared: " + compared);
        assertThat(compared).isGreaterThanOrEqualTo(14);
    }

    private static void assertEdits(CorpusMetric metric, List<TextPair> pairs, JsonNode expected) {
        if (expected.has("num_edits")) {
            double[] sums = metric.collect(pairs).sums();
            assertThat(sums[0]).isEqualTo(expected.get("num_edits").asDouble());
            assertAgrees("length", sums[1], expected.get("ref_length").asDouble());
        }
    }

    private static List<TextPair> pairs(JsonNode corpus) {
        List<TextPair> pairs = new ArrayList<>();
        for (int i = 0; i < corpus.get("hyps").size(); i++) {
            pairs.add(new TextPair(
                    corpus.get("hyps").get(i).asString(),
                    Table.strings(corpus.get("refs").get(i))));
        }
        return pairs;
    }

    private static JsonNode golden() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(SharedData.path("golden/lmeval/text_metrics.json")));
    }
}
