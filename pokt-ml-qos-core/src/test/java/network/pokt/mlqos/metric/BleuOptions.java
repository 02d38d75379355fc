package network.pokt.mlqos.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The options and results of BLEU under the names that sacrebleu gives them. */
final class BleuOptions {

    private BleuOptions() {}

    static BleuTokenization tokenization(String name) {
        return Arrays.stream(BleuTokenization.values())
                .filter(tokenization -> tokenization.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static BleuSmoothing smoothing(String name) {
        return switch (name) {
            case "exp" -> BleuSmoothing.exponential();
            case "floor" -> BleuSmoothing.floor();
            case "add-k" -> BleuSmoothing.addK();
            default -> BleuSmoothing.none();
        };
    }

    static void assertAgrees(Bleu bleu, List<TextPair> pairs, JsonNode expected) {
        BleuScore score = bleu.explain(pairs);
        Agreement.assertAgrees(
                bleu.toString(), score.score(), expected.get("score").asDouble());
        assertThat(bleu.of(pairs)).isEqualTo(score.score());
        assertThat(score.matches()).isEqualTo(Table.doubles(expected.get("counts")));
        assertThat(score.totals()).isEqualTo(Table.doubles(expected.get("totals")));
        assertThat(score.predictionLength()).isEqualTo(expected.get("sys_len").asLong());
        assertThat(score.referenceLength()).isEqualTo(expected.get("ref_len").asLong());
        Agreement.assertAgrees("bp", score.brevityPenalty(), expected.get("bp").asDouble());
        List<Double> precisions = Table.doubles(expected.get("precisions"));
        for (int i = 0; i < precisions.size(); i++) {
            Agreement.assertAgrees("precision " + (i + 1), score.precisions().get(i), precisions.get(i));
        }
    }
}
