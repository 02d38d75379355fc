package network.pokt.mlqos.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class CorpusMetricTest {

    private static final Bleu SENTENCE_BLEU =
            Bleu.builder().effectiveOrder(true).build();
    private static final List<CorpusMetric> RISING = List.of(SENTENCE_BLEU, Chrf.standard(), Chrf.plusPlus());

    @Test
    void a_text_scores_a_hundred_against_itself_and_needs_no_edit() {
        RandomCases.check(2002, 300, draw -> {
            List<String> words = draw.list(1, 30, () -> draw.word("abcdef", 1, 3));
            String text = String.join(" ", words);
            for (CorpusMetric metric : RISING) {
                assertThat(metric.score(text, text)).isCloseTo(100, within(1e-10));
                assertThat(metric.score(text, "x y", text)).isCloseTo(100, within(1e-10));
            }
            assertThat(Ter.standard().score(text, text)).isZero();
        });
    }

    @Test
    void scores_are_bounded_and_more_references_never_hurt_the_matches() {
        RandomCases.check(2015, 300, draw -> {
            List<String> some = draw.list(0, 20, () -> draw.word("abc", 1, 2));
            List<String> others = draw.list(0, 20, () -> draw.word("abc", 1, 2));
            List<String> more = draw.list(0, 20, () -> draw.word("abc", 1, 2));
            String prediction = String.join(" ", some);
            String reference = String.join(" ", others);
            String second = String.join(" ", more);
            for (CorpusMetric metric : RISING) {
                assertThat(metric.score(prediction, reference)).isBetween(0.0, 100.0000001);
            }
            assertThat(Ter.standard().score(prediction, reference)).isNotNegative();
            assertThat(Ter.standard().statistics(TextPair.of(prediction, reference, second))[0])
                    .isEqualTo(Math.min(
                            Ter.standard().statistics(TextPair.of(prediction, reference))[0],
                            Ter.standard().statistics(TextPair.of(prediction, second))[0]));
            List<Double> one =
                    SENTENCE_BLEU.explain(TextPair.of(prediction, reference)).matches();
            List<Double> two = SENTENCE_BLEU
                    .explain(TextPair.of(prediction, reference, second))
                    .matches();
            for (int i = 0; i < one.size(); i++) {
                assertThat(two.get(i)).isGreaterThanOrEqualTo(one.get(i));
            }
        });
    }

    @Test
    void chrf_that_weighs_both_sides_alike_is_symmetric() {
        RandomCases.check(2017, 200, draw -> {
            String some = draw.word("abc", 6, 20);
            String others = draw.word("abc", 6, 20);
            Chrf even = Chrf.builder().beta(1).build();
            assertThat(even.score(some, others)).isCloseTo(even.score(others, some), within(1e-10));
        });
    }

    @Test
    void edits_lie_between_the_difference_in_length_and_the_longer_text() {
        RandomCases.check(2006, 200, draw -> {
            List<Integer> some = draw.list(0, 40, () -> draw.integer(0, 6));
            List<Integer> others = draw.list(1, 40, () -> draw.integer(0, 6));
            int[] prediction = some.stream().mapToInt(Integer::intValue).toArray();
            int[] reference = others.stream().mapToInt(Integer::intValue).toArray();
            assertThat(TranslationEdits.count(prediction, reference))
                    .isBetween(
                            Math.abs(prediction.length - reference.length),
                            Math.max(prediction.length, reference.length));
        });
    }

    @Test
    void moving_a_run_of_words_is_one_edit() {
        assertThat(Ter.standard().score("d e f a b c", "a b c d e f")).isCloseTo(100.0 / 6, within(1e-12));
        assertThat(Ter.standard().statistics(TextPair.of("on the mat the cat sat", "the cat sat on the mat")))
                .containsExactly(1, 6);
    }

    @Test
    void pairs_in_another_order_make_the_same_corpus() {
        List<TextPair> pairs = IntStream.range(0, 40)
                .mapToObj(i -> TextPair.of("a b c d e " + i % 7 + " f " + i % 3, "a b c d e " + i % 5 + " f " + i % 4))
                .collect(Collectors.toList());
        for (CorpusMetric metric : List.of(Bleu.standard(), Chrf.standard(), Ter.standard())) {
            double score = metric.of(pairs);
            Collections.reverse(pairs);
            assertThat(metric.of(pairs)).isEqualTo(score);
        }
    }

    @Test
    void a_corpus_is_no_mean_of_sentences() {
        TextPair right = TextPair.of("a b c d e f g h i j", "a b c d e f g h i j");
        TextPair wrong = TextPair.of("x", "y");
        assertThat(Bleu.standard().of(List.of(right, wrong))).isGreaterThan(90);
        assertThat(Bleu.standard().score(wrong)).isZero();
    }

    @Test
    void words_of_new_emoji_are_the_same_on_every_java() {
        assertThat(BleuTokenization.INTERNATIONAL.words("so🫠! 𝒳.𝟛 20€"))
                .containsExactly("so", "🫠", "!", "𝒳", ".", "𝟛", "20", "€");
    }

    @Test
    void options_show_in_the_signature() {
        assertThat(Bleu.standard()).hasToString("bleu|case:mixed|eff:no|tok:13a|smooth:exp|order:4");
        assertThat(Chrf.plusPlus()).hasToString("chrf|case:mixed|eff:yes|nc:6|nw:2|space:no|beta:2.0");
        assertThat(Ter.standard()).hasToString("ter|case:lc|tok:tercom|norm:no|punct:yes|asian:no");
    }

    @Test
    void text_that_was_tokenized_before_is_noticed() {
        assertThat(Bleu.looksTokenized(Collections.nCopies(100, "It is late .")))
                .isTrue();
        assertThat(Bleu.looksTokenized(Collections.nCopies(99, "It is late ."))).isFalse();
        assertThat(Bleu.looksTokenized(Collections.nCopies(200, "It is late."))).isFalse();
    }

    @Test
    void nothing_scores_nothing() {
        for (CorpusMetric metric : List.of(Bleu.standard(), Chrf.standard(), Ter.standard())) {
            assertThat(metric.of(List.of())).isNaN();
        }
    }

    @Test
    void options_without_a_meaning_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bleu.builder().maxOrder(0));
        assertThatIllegalArgumentException().isThrownBy(() -> BleuSmoothing.floor(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> BleuSmoothing.addK(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Chrf.builder().characterOrder(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Chrf.builder().beta(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chrf.builder().characterOrder(0).build())
                .withMessageContaining("compares nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextPair.of("a"))
                .withMessageContaining("no reference for \"a\"");
    }
}
