package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Corpora of one to five sentences under random options, scored by sacrebleu 2.6.0. */
class SacrebleuTableTest {

    static List<JsonNode> rows() {
        return Table.rows("translation.jsonl");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bleu_agrees_in_its_score_and_all_its_parts(JsonNode row) {
        JsonNode expected = row.get("bleu");
        Bleu bleu = Bleu.builder()
                .tokenization(BleuOptions.tokenization(expected.get("tokenize").asString()))
                .smoothing(BleuOptions.smoothing(expected.get("smooth_method").asString()))
                .lowercase(expected.get("lowercase").asBoolean())
                .effectiveOrder(expected.get("effective_order").asBoolean())
                .maxOrder(expected.get("max_ngram_order").asInt())
                .build();
        BleuOptions.assertAgrees(bleu, pairs(row), expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void chrf_agrees(JsonNode row) {
        JsonNode expected = row.get("chrf");
        Chrf chrf = Chrf.builder()
                .characterOrder(expected.get("char_order").asInt())
                .wordOrder(expected.get("word_order").asInt())
                .beta(expected.get("beta").asDouble())
                .lowercase(expected.get("lowercase").asBoolean())
                .whitespace(expected.get("whitespace").asBoolean())
                .epsilonSmoothing(expected.get("eps_smoothing").asBoolean())
                .build();
        assertAgrees(chrf.toString(), chrf.of(pairs(row)), expected.get("score").asDouble());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void ter_agrees(JsonNode row) {
        JsonNode expected = row.get("ter");
        Ter ter = Ter.builder()
                .normalized(expected.get("normalized").asBoolean())
                .noPunctuation(expected.get("no_punct").asBoolean())
                .asian(expected.get("asian_support").asBoolean())
                .caseSensitive(expected.get("case_sensitive").asBoolean())
                .build();
        assertAgrees(ter.toString(), ter.of(pairs(row)), expected.get("score").asDouble());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_corpus_of_one_pair_scores_what_the_pair_scores(JsonNode row) {
        for (CorpusMetric metric : List.of(Bleu.standard(), Chrf.plusPlus(), Ter.standard())) {
            for (TextPair pair : pairs(row)) {
                assertThat(metric.of(List.of(pair))).isEqualTo(metric.score(pair));
            }
        }
    }

    private static List<TextPair> pairs(JsonNode row) {
        List<TextPair> pairs = new ArrayList<>();
        row.get("pairs").forEach(pair -> pairs.add(new TextPair(pair.get(0).asString(), Table.strings(pair.get(1)))));
        return pairs;
    }
}
