package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a node may serve as a tokenizer, and what is refused before native code sees it. */
class TokenizerScreenTest {

    @Test
    void a_usual_tokenizer_from_a_node_counts_as_from_a_file() throws IOException {
        try (HuggingFaceTokenizer served = HuggingFaceTokenizer.fromNode(
                                tiny().toString().getBytes(StandardCharsets.UTF_8))
                        .eosToken("<|end|>")
                        .load();
                HuggingFaceTokenizer file = HuggingFaceTokenizer.load(HuggingFaceTokenizerTest.tinyBpe())) {
            String text = "A tokenizer from a node, with 123 tokens.";
            assertThat(served.encode(text, true)).isEqualTo(file.encode(text, true));
            assertThat(served.eosId()).hasValue(1);
            assertThat(served.content().differencesFrom(file.content())).containsExactly(TokenizerPart.SPECIAL_TOKENS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama2", "llama3", "qwen2.5", "phi-3-mini", "bert-base-uncased", "clip"})
    void the_tokenizers_of_published_models_pass(String folder) throws IOException {
        byte[] json = Files.readAllBytes(SharedData.path("data/tokenizers/" + folder + "/tokenizer.json"));
        assertThatCode(() -> new TokenizerSource("a node", json, ModelTokens.NONE, false).parsed())
                .doesNotThrowAnyException();
    }

    @Test
    void tables_that_native_code_reads_without_checks_do_not_pass() throws IOException {
        byte[] json = Files.readAllBytes(SharedData.path("data/tokenizers/t5-small/tokenizer.json"));
        assertThatThrownBy(() -> HuggingFaceTokenizer.fromNode(json).load())
                .isInstanceOf(TokenizerException.class)
                .hasMessage("The tokenizer of a node has a normalizer of type 'Precompiled', which is not taken from a"
                        + " node; load it from a file that you trust.");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of(
                        "pre_tokenizer",
                        "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(a+)+$\"}, \"behavior\": \"Isolated\"}",
                        "a pattern of its own"),
                Arguments.of(
                        "normalizer",
                        "{\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"Replace\", \"pattern\": {\"Regex\": \"(x*)*y\"},"
                                + " \"content\": \"\"}]}",
                        "a pattern of its own"),
                Arguments.of(
                        "normalizer",
                        "{\"type\": \"Replace\", \"pattern\": {\"String\": \"a\"}, \"content\": \"aaaaaaaaaaaaaaaa\"}",
                        "a replacement of 16 characters"),
                Arguments.of("decoder", "{\"type\": \"Exec\"}", "a decoder of type 'Exec'"),
                Arguments.of("file_name", "\"/etc/passwd\"", "a part 'file_name'"),
                Arguments.of("model", "{\"type\": \"BPE\", \"vocab\": {}, \"merges\": []}", "an empty vocabulary"),
                Arguments.of(
                        "model",
                        "{\"type\": \"BPE\", \"dropout\": 0.5, \"vocab\": {\"a\": 0}, \"merges\": []}",
                        "dropout"),
                Arguments.of(
                        "model",
                        "{\"type\": \"WordPiece\", \"unk_token\": \"[UNK]\", \"vocab\": {\"a\": 0}}",
                        "an unknown token that is not in its vocabulary"),
                Arguments.of(
                        "model",
                        "{\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [[\"a\", \"b\"]]}",
                        "a merge of what is not in its vocabulary"),
                Arguments.of(
                        "model",
                        "{\"type\": \"Unigram\", \"unk_id\": 7, \"vocab\": [[\"a\", 0.0]]}",
                        "the unknown id 7"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_not_usual_is_named_and_refused(String part, String value, String named) throws IOException {
        ObjectNode root = tiny();
        root.set(part, JsonMapper.shared().readTree(value));
        assertRefused(root.toString(), named);
    }

    @Test
    void ids_that_ask_for_memory_are_refused() throws IOException {
        ObjectNode root = tiny();
        root.set(
                "model",
                JsonMapper.shared().readTree("{\"type\": \"BPE\", \"vocab\": {\"a\": 2000000000}, \"merges\": []}"));
        assertRefused(root.toString(), "cannot be read");
    }

    @Test
    void depth_and_names_that_are_there_twice_are_refused() throws IOException {
        String deep = "{\"normalizer\": " + "[".repeat(100) + "]".repeat(100) + "}";
        assertRefused(deep, "cannot be read");
        String twice = tiny().toString().replaceFirst("\\{", "{\"normalizer\": null, \"normalizer\": null, ");
        assertRefused(twice, "cannot be read");
    }

    @Test
    void a_file_without_end_is_refused_by_its_size() {
        byte[] large = new byte[(64 << 20) + 1];
        assertThatThrownBy(() -> HuggingFaceTokenizer.fromNode(large).load())
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("67108865 bytes, more than 67108864");
    }

    private static void assertRefused(String json, String named) {
        assertThatThrownBy(() -> HuggingFaceTokenizer.fromNode(json.getBytes(StandardCharsets.UTF_8))
                        .load())
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining(named);
    }

    private static ObjectNode tiny() throws IOException {
        return (ObjectNode) JsonMapper.shared()
                .readTree(Files.readAllBytes(HuggingFaceTokenizerTest.tinyBpe().resolve("tokenizer.json")));
    }
}
