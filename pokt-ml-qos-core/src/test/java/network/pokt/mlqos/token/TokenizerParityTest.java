package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real tokenizers as they are used, against the native library alone: equal ids for real and for random texts. */
class TokenizerParityTest {

    private static final long SEED = 20_240_607;
    private static final int SOME = 500;
    private static final int MANY = 100_000;

    /** Adding what stands around a text is compared for one of so many. */
    private static final int FRAMED = 10;

    @ParameterizedTest
    @CsvSource({
        "data/tokenizers/gpt2, true",
        "data/tokenizers/llama2, true",
        "data/tokenizers/llama3, true",
        "data/tokenizers/qwen2.5, true",
        "data/tokenizers/phi-3-mini, true",
        "golden/lmeval/_tokenizers/phi-2, true",
        "data/tokenizers/bert-base-uncased, false",
        "data/tokenizers/clip, false",
        "data/tokenizers/t5-small, false"
    })
    void some_texts_have_the_ids_of_the_native_library(String folder, boolean fast) {
        compare(folder, fast, SOME);
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({
        "data/tokenizers/gpt2, true",
        "data/tokenizers/llama2, true",
        "data/tokenizers/llama3, true",
        "data/tokenizers/qwen2.5, true",
        "data/tokenizers/phi-3-mini, true",
        "golden/lmeval/_tokenizers/phi-2, true",
        "data/tokenizers/bert-base-uncased, false",
        "data/tokenizers/clip, false",
        "data/tokenizers/t5-small, false"
    })
    void many_texts_have_the_ids_of_the_native_library(String folder, boolean fast) {
        compare(folder, fast, MANY);
    }

    private static void compare(String folder, boolean fast, int texts) {
        List<String> real = TokenTexts.real(texts);
        Random random = new Random(SEED);
        try (HuggingFaceTokenizer ours = HuggingFaceTokenizer.load(SharedData.path(folder));
                HuggingFaceTokenizer exact = HuggingFaceTokenizer.builder(SharedData.path(folder))
                        .exactOnly()
                        .load()) {
            assertThat(ours.isFast()).isEqualTo(fast);
            assertThat(exact.isFast()).isFalse();
            Stream<String> drawn = IntStream.range(0, texts).mapToObj(i -> TokenTexts.random(random));
            int[] compared = {0};
            Stream.concat(real.stream(), drawn).forEach(text -> compare(ours, exact, text, compared[0]++));
            assertThat(compared[0]).isEqualTo(2 * texts);
            assertThat(ours.isFast()).as("still").isEqualTo(fast);
        }
    }

    private static void compare(HuggingFaceTokenizer ours, HuggingFaceTokenizer exact, String text, int index) {
        int[] ids = exact.encode(text, false);
        assertThat(ours.encode(text, false))
                .as("text %d with seed %d: %s", index, SEED, text)
                .isEqualTo(ids);
        assertThat(ours.count(text)).isEqualTo(ids.length);
        if (index % FRAMED == 0) {
            assertThat(ours.encode(text, true)).isEqualTo(exact.encode(text, true));
        }
    }
}
