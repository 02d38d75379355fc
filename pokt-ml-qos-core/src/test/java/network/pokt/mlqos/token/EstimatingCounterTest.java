package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates against real tokenizers, on texts that they were not made from. */
class EstimatingCounterTest {

    private static final int SOME = 300;
    private static final int MANY = 2_000;

    private final TokenCounter estimating = TokenCounter.estimating();

    @ParameterizedTest
    @CsvSource({"llama2, 0.20", "llama3, 0.16", "qwen2.5, 0.16"})
    void english_texts_are_mostly_within_the_band_and_close(String folder, double error) {
        compare(folder, error, TokenTexts.some(SOME));
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"llama2, 0.20", "llama3, 0.16", "qwen2.5, 0.16"})
    void many_english_texts_are_mostly_within_the_band_and_close(String folder, double error) {
        compare(folder, error, TokenTexts.real(MANY));
    }

    private void compare(String folder, double error, List<String> texts) {
        List<Double> errors = new ArrayList<>();
        int inBand = 0;
        HuggingFaceTokenizer tokenizer = SharedTokenizers.in("data/tokenizers/" + folder);
        for (String text : texts) {
            long truth = tokenizer.count(text);
            TokenCount estimate = estimating.count(text);
            inBand += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            errors.add(Math.abs(estimate.tokens() - truth) / (double) truth);
        }
        Collections.sort(errors);
        assertThat(inBand).isGreaterThan(texts.size() * 9 / 10);
        assertThat(errors.get(texts.size() / 2)).isLessThan(error);
    }

    /** The first article of the Universal Declaration of Human Rights, or its beginning. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "German | Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt.",
                "French | Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison.",
                "Russian | Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью.",
                "Greek | Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
                "Hebrew | כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
                "Arabic | يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
                "Hindi | सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
                "Thai | มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
                "Chinese | 人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
                "Japanese | すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
                "Korean | 모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."
            })
    void each_script_has_a_band_that_holds_the_counts_of_three_tokenizers(String language, String text) {
        TokenCount estimate = estimating.count(text);
        OpenAiTokenizer o200k = OpenAiTokenizer.encoding("o200k_base");
        assertThat(o200k.count(text)).as(language).isBetween(estimate.low(), estimate.high());
        for (String folder : List.of("llama3", "qwen2.5")) {
            assertThat(SharedTokenizers.in("data/tokenizers/" + folder).count(text))
                    .as("%s, %s", language, folder)
                    .isBetween(estimate.low(), estimate.high());
        }
    }

    @Test
    void more_of_a_text_is_never_less() {
        String text = "Some text: числа 123, 文字 and 🙂.";
        long before = 0;
        for (int end = text.offsetByCodePoints(0, 1); end < text.length(); end = text.offsetByCodePoints(end, 1)) {
            TokenCount count = estimating.count(text.substring(0, end));
            assertThat(count.tokens()).isGreaterThanOrEqualTo(before);
            before = count.tokens();
        }
    }
}
