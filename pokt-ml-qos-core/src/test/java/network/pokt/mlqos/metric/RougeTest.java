package network.pokt.mlqos.metric;

import static network.pokt.mlqos.metric.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RougeTest {

    private static final List<Rouge> ALL = List.of(
            Rouge.ofOrder(1), Rouge.ofOrder(2), Rouge.ofOrder(3), Rouge.ofLongestSubsequence(), Rouge.ofSummary());

    static List<JsonNode> rows() {
        return Table.rows("rouge.jsonl");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_definition_written_out_gives_the_same(JsonNode row) {
        for (Rouge rouge : ALL) {
            RougeScore score = rouge.score(
                    row.get("prediction").asString(), row.get("reference").asString());
            List<Double> expected = Table.doubles(row.get(rouge.toString()));
            assertAgrees(rouge + " precision", score.precision(), expected.get(0));
            assertAgrees(rouge + " recall", score.recall(), expected.get(1));
            assertAgrees(rouge + " f", score.f(), expected.get(2));
        }
    }

    /** The example of section 3.2 of Lin's paper. */
    @Test
    void a_sentence_counts_the_union_of_its_common_subsequences() {
        RougeScore score = Rouge.ofSummary().score("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5");
        assertThat(score.recall()).isEqualTo(0.8);
        assertThat(score.precision()).isEqualTo(0.4);
        assertThat(score.f()).isCloseTo(8.0 / 15, within(1e-15));
    }

    /** The example of section 3 of Lin's paper: police killed the gunman. */
    @Test
    void order_counts_in_subsequences_and_gaps_do_not() {
        String reference = "police killed the gunman";
        assertThat(Rouge.ofLongestSubsequence()
                        .score("police kill the gunman", reference)
                        .f())
                .isEqualTo(0.75);
        assertThat(Rouge.ofLongestSubsequence()
                        .score("the gunman kill police", reference)
                        .f())
                .isEqualTo(0.5);
        assertThat(Rouge.ofOrder(2).score("the gunman kill police", reference).f())
                .isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void only_latin_letters_and_digits_make_words() {
        assertThat(Rouge.words("Don't stop, Ünïcode 42-x 猫 \u212aelvin"))
                .containsExactly("don", "t", "stop", "n", "code", "42", "x", "kelvin");
        for (Rouge rouge : ALL) {
            assertThat(rouge.score("猫", "猫").f()).isZero();
            assertThat(rouge.score("", "a b").f()).isZero();
            assertThat(rouge.score("a b", "").f()).isZero();
        }
    }

    @Test
    void the_best_reference_counts() {
        TextPair pair = TextPair.of("the red fox", "a dog", "the fox", "the red fox runs");
        assertThat(Rouge.ofOrder(1).best(pair).recall()).isEqualTo(0.75);
    }

    @Test
    void an_order_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rouge.ofOrder(0)).withMessageContaining("of 0 words");
    }

    @Test
    void swapping_sides_swaps_precision_and_recall() {
        RandomCases.check(2004, 300, draw -> {
            List<String> some = draw.list(0, 20, () -> draw.word("abcd", 0, 1));
            List<String> others = draw.list(0, 20, () -> draw.word("abcd", 0, 1));
            String one = String.join(" ", some);
            String two = String.join(" ", others);
            for (Rouge rouge : ALL.subList(0, 4)) {
                RougeScore score = rouge.score(one, two);
                RougeScore swapped = rouge.score(two, one);
                assertThat(score.precision()).isEqualTo(swapped.recall()).isBetween(0.0, 1.0);
                assertThat(score.f()).isEqualTo(swapped.f()).isBetween(0.0, 1.0);
            }
            assertThat(Rouge.ofLongestSubsequence().score(one, two).f())
                    .isLessThanOrEqualTo(Rouge.ofOrder(1).score(one, two).f());
        });
    }

    @Test
    void a_text_recalls_itself() {
        RandomCases.check(1905, 200, draw -> {
            List<String> words = draw.list(3, 30, () -> draw.word("abcd", 1, 1));
            String text = String.join(" ", words).replace("d", "d\n");
            for (Rouge rouge : ALL) {
                assertThat(rouge.score(text, text).f()).as(rouge.toString()).isEqualTo(1);
            }
        });
    }
}
