package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real tokenizers as they are used, against the native library alone: equal ids for real and for random texts. */
class TokenizerParityTest {

    private static final long SEED = 20_240_607;
    private static final int SOME = 300;
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
        compare(folder, fast, TokenTexts.some(SOME));
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
        compare(folder, fast, TokenTexts.real(MANY));
    }

    private static void compare(String folder, boolean fast, List<String> real) {
        Random random = new Random(SEED);
        HuggingFaceTokenizer tokenizer = SharedTokenizers.in(folder);
        assertThat(tokenizer.isFast()).isEqualTo(fast);
        Stream<String> drawn = IntStream.range(0, real.size()).mapToObj(i -> TokenTexts.random(random));
        int[] compared = {0};
        Stream.concat(real.stream(), drawn).forEach(text -> compare(tokenizer, text, compared[0]++));
        assertThat(compared[0]).isEqualTo(2 * real.size());
        assertThat(tokenizer.isFast()).as("still").isEqualTo(fast);
    }

    /** Offsets come from the native library always. */
    private static void compare(HuggingFaceTokenizer tokenizer, String text, int index) {
        int[] ids = tokenizer.encodeWithOffsets(text, false).ids();
        assertThat(tokenizer.encode(text, false))
                .as("text %d with seed %d: %s", index, SEED, text)
                .isEqualTo(ids);
        assertThat(tokenizer.count(text)).isEqualTo(ids.length);
        if (index % FRAMED == 0) {
            assertThat(tokenizer.encode(text, true))
                    .isEqualTo(tokenizer.encodeWithOffsets(text, true).ids());
        }
    }
}
