package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A byte-level model of 523 tokens with each way to cut words and to normalize, against the native library. */
class FastBpeTest {

    private static final int SEED = 42;
    private static final int CODE_POINTS_AT_ONCE = 500;

    @TempDir
    Path folder;

    enum Variant {
        GPT_2(Gpt2Words.PATTERN, false),
        LLAMA_3(Gpt4Words.UP_TO_3_DIGITS, false),
        QWEN(Gpt4Words.SINGLE_DIGITS, true),
        GPT_4O(CasedWords.GPT_4O, false),
        MISTRAL(CasedWords.MISTRAL, true);

        private final String pattern;
        private final boolean composed;

        Variant(String pattern, boolean composed) {
            this.pattern = pattern;
            this.composed = composed;
        }

        byte[] tokenizer() throws IOException {
            Path tiny = HuggingFaceTokenizerTest.tinyBpe().resolve("tokenizer.json");
            ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(tiny));
            JsonNode words = JsonMapper.shared().readTree("""
                    {"type": "Sequence", "pretokenizers": [
                      {"type": "Split", "pattern": {"Regex": ""}, "behavior": "Isolated", "invert": false},
                      {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": false}]}
                    """);
            ((ObjectNode) words.path("pretokenizers").path(0).path("pattern")).put("Regex", pattern);
            root.set("pre_tokenizer", words);
            root.set("normalizer", JsonMapper.shared().readTree(composed ? "{\"type\": \"NFC\"}" : "null"));
            return root.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void random_texts_have_equal_ids(Variant variant) throws IOException {
        Random random = new Random(SEED);
        compare(variant, 1_000, () -> TokenTexts.random(random));
    }

    @ParameterizedTest
    @EnumSource
    void code_points_have_equal_ids_wherever_they_stand(Variant variant) throws IOException {
        // Every 97th, with each variant beginning elsewhere.
        int[] next = {variant.ordinal() * 19};
        compare(variant, 24, () -> codePoints(next, 97));
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void every_code_point_has_equal_ids_wherever_it_stands(Variant variant) throws IOException {
        int[] next = {0};
        compare(variant, 2_230, () -> codePoints(next, 1));
        assertThat(next[0]).isGreaterThan(Character.MAX_CODE_POINT);
    }

    @Test
    void a_word_without_end_takes_no_time_without_end() throws IOException {
        FastBpe engine = engine(Variant.LLAMA_3);
        String run = "the".repeat(400_000);
        assertThat(assertTimeout(Duration.ofSeconds(20), () -> engine.count(run)))
                .isBetween(300_000L, 1_200_000L);
        String spaces = " \t".repeat(400_000) + "x";
        assertThat(assertTimeout(Duration.ofSeconds(20), () -> engine.count(spaces)))
                .isPositive();
    }

    @Test
    void a_long_word_merges_as_its_parts_do_in_order() throws IOException {
        FastBpe engine = engine(Variant.GPT_2);
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 40 + random.nextInt(20); length > 0; length--) {
                word.append("theinan".charAt(random.nextInt(7)));
            }
            assertThat(engine.encode(word.toString())).isEqualTo(naive(engine, word.toString()));
        }
    }

    /** Merges of the whole word, found by trying all pairs; the tiny vocabulary's ids grow with the ranks of its merges. */
    private static int[] naive(FastBpe engine, String word) throws IOException {
        TokenizerFile file = TokenizerFileReader.read(Variant.GPT_2.tokenizer(), true);
        java.util.List<String> parts = new java.util.ArrayList<>(Arrays.asList(word.split("", -1)));
        parts.removeIf(String::isEmpty);
        for (int rank = 0; rank < file.merges.size(); rank += 2) {
            for (int i = 0; i + 1 < parts.size(); i++) {
                if (parts.get(i).equals(file.merges.get(rank))
                        && parts.get(i + 1).equals(file.merges.get(rank + 1))) {
                    parts.set(i, parts.get(i) + parts.remove(i + 1));
                }
            }
        }
        return parts.stream().mapToInt(file.ids::get).toArray();
    }

    private void compare(Variant variant, int texts, java.util.function.Supplier<String> source) throws IOException {
        FastBpe engine = engine(variant);
        Path file = Files.write(folder.resolve("tokenizer.json"), variant.tokenizer());
        try (HuggingFaceTokenizer exact =
                HuggingFaceTokenizer.builder(file).exactOnly().load()) {
            for (int i = 0; i < texts; i++) {
                String text = source.get();
                int[] ids = engine.encode(text);
                int[] expected = exact.encode(text, false);
                if (!Arrays.equals(ids, expected)) {
                    assertThat(exact.decode(ids))
                            .as("text %d, seed %d", i, SEED)
                            .isEqualTo(exact.decode(expected));
                    assertThat(ids).as("text %d, seed %d: %s", i, SEED, text).isEqualTo(expected);
                }
                assertThat(engine.count(text)).isEqualTo(expected.length);
            }
        }
    }

    private static FastBpe engine(Variant variant) throws IOException {
        return FastBpeReader.read(TokenizerFileReader.read(variant.tokenizer(), true))
                .orElseThrow();
    }

    /** Puts each code point after a space, a capital, a letter and a number, and between marks. */
    private static String codePoints(int[] next, int step) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < CODE_POINTS_AT_ONCE && next[0] <= Character.MAX_CODE_POINT; n++, next[0] += step) {
            if (next[0] < Character.MIN_SURROGATE || next[0] > Character.MAX_SURROGATE) {
                String c = Character.toString(next[0]);
                text.append(' ')
                        .append(c)
                        .append('A')
                        .append(c)
                        .append("a1")
                        .append(c)
                        .append('\u0315')
                        .append(c)
                        .append('\u0334');
            }
        }
        return text.toString();
    }
}
