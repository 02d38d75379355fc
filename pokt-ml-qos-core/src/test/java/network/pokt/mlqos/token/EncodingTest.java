package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;

class EncodingTest {

    @Test
    void places_are_utf_16_indices_of_the_text() {
        String text = "naïve 😀 code 日本";
        try (HuggingFaceTokenizer gpt2 = HuggingFaceTokenizer.load(SharedData.path("data/tokenizers/gpt2"))) {
            Encoding encoding = gpt2.encodeWithOffsets(text, false);
            assertThat(encoding.ids()).isEqualTo(gpt2.encode(text, false));
            int covered = 0;
            for (int i = 0; i < encoding.size(); i++) {
                assertThat(encoding.start(i)).isLessThanOrEqualTo(covered);
                covered = Math.max(covered, encoding.end(i));
                assertThat(encoding.isSpecial(i)).isFalse();
            }
            assertThat(covered).isEqualTo(text.length());
            int code = indexOf(encoding, gpt2.encode(" code", false)[0]);
            assertThat(text.substring(encoding.start(code), encoding.end(code))).isIn(" code", "code");
        }
    }

    @Test
    void tokens_around_a_text_say_that_they_are_special() {
        try (HuggingFaceTokenizer bert =
                HuggingFaceTokenizer.load(SharedData.path("data/tokenizers/bert-base-uncased"))) {
            Encoding encoding = bert.encodeWithOffsets("Hello world", true);
            assertThat(encoding.size()).isEqualTo(4);
            assertThat(encoding.isSpecial(0)).isTrue();
            assertThat(encoding.isSpecial(1)).isFalse();
            assertThat(encoding.isSpecial(3)).isTrue();
            assertThat("Hello world".substring(encoding.start(2), encoding.end(2)))
                    .isEqualTo("world");
            assertThat(encoding.start(0) + encoding.end(0)).isZero();
            assertThat(encoding).hasToString("Encoding[4 tokens]");
        }
    }

    private static int indexOf(Encoding encoding, int id) {
        int i = 0;
        while (encoding.id(i) != id) {
            i++;
        }
        return i;
    }
}
