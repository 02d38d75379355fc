package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TokenizerFingerprintTest {

    @Test
    void the_definition_stays_as_it_is_documented() {
        assertThat(TokenizerFingerprint.of(HuggingFaceTokenizerTest.tinyBpe()).value())
                .isEqualTo("9a55dd647297099252a37fa65d085b70bff7f23df26b0506b33328518a9a228a");
    }

    @Test
    void formatting_and_the_spelling_of_merges_do_not_matter() throws IOException {
        ObjectNode root = tiny();
        ArrayNode merges = (ArrayNode) root.path("model").path("merges");
        ArrayNode other = JsonMapper.shared().createArrayNode();
        boolean pairs = merges.path(0).isArray();
        for (JsonNode merge : merges) {
            if (pairs) {
                other.add(merge.path(0).asString() + " " + merge.path(1).asString());
            } else {
                String[] parts = merge.asString().split(" ", -1);
                other.addArray().add(parts[0]).add(parts[1]);
            }
        }
        ((ObjectNode) root.path("model")).set("merges", other);
        String indented = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsString(root);
        assertThat(of(indented)).isEqualTo(of(tiny().toString())).hasSameHashCodeAs(of(tiny().toString()));
    }

    @Test
    void what_other_versions_leave_out_or_rename_does_not_matter() throws IOException {
        ObjectNode older = tiny();
        older.set("truncation", JsonMapper.shared().nullNode());
        ObjectNode model = (ObjectNode) older.path("model");
        model.remove(List.of("ignore_merges", "byte_fallback", "fuse_unk", "dropout", "type"));
        model.put("continuing_subword_prefix", "");
        assertThat(of(older.toString()).differencesFrom(of(tiny().toString()))).isEmpty();
        assertThat(
                        step(
                                "{\"type\": \"Metaspace\", \"replacement\": \"▁\", \"str_rep\": \"▁\", \"add_prefix_space\": true}"))
                .isEqualTo(
                        step(
                                "{\"type\": \"Metaspace\", \"replacement\": \"▁\", \"prepend_scheme\": \"always\", \"split\": true}"));
        assertThat(
                        step(
                                "{\"type\": \"Sequence\", \"pretokenizers\": [{\"type\": \"ByteLevel\", \"add_prefix_space\": false}]}"))
                .isEqualTo(step("{\"use_regex\": true, \"add_prefix_space\": false, \"trim_offsets\": true,"
                        + " \"type\": \"ByteLevel\"}"));
    }

    @Test
    void each_part_that_changes_is_named() throws IOException {
        TokenizerFingerprint plain = of(tiny().toString());
        ObjectNode root = tiny();
        ((ObjectNode) root.path("model").path("vocab")).put("brand-new", 7_000);
        assertThat(of(root.toString()).differencesFrom(plain)).containsExactly(TokenizerPart.VOCABULARY);
        root = tiny();
        ((ArrayNode) root.path("model").path("merges")).remove(100);
        assertThat(of(root.toString()).differencesFrom(plain)).containsExactly(TokenizerPart.MERGES);
        root = tiny();
        root.set("normalizer", JsonMapper.shared().readTree("{\"type\": \"NFC\"}"));
        assertThat(of(root.toString()).differencesFrom(plain)).containsExactly(TokenizerPart.NORMALIZER);
        root = tiny();
        ((ObjectNode) root.path("added_tokens").path(0)).put("lstrip", true);
        assertThat(of(root.toString()).differencesFrom(plain)).containsExactly(TokenizerPart.ADDED_TOKENS);
    }

    @Test
    void a_comparison_says_what_differs() {
        Path data = SharedData.path("data/tokenizers");
        List<TokenizerComparison.Difference> differences =
                TokenizerComparison.between(data.resolve("llama2"), data.resolve("phi-3-mini"));
        assertThat(differences)
                .extracting(TokenizerComparison.Difference::part)
                .containsExactly(
                        TokenizerPart.ADDED_TOKENS,
                        TokenizerPart.POST_PROCESSOR,
                        TokenizerPart.SPECIAL_TOKENS,
                        TokenizerPart.CHAT_TEMPLATE);
        assertThat(differences.get(0).description())
                .isEqualTo(
                        "3 added tokens of the first are not so in the second ('<unk>', '<s>', '</s>'), and 14 of the"
                                + " second not in the first ('<unk>', '<s>', '</s>').");
        assertThat(TokenizerComparison.between(data.resolve("gpt2"), data.resolve("gpt2")))
                .isEmpty();
    }

    @Test
    void vocabularies_and_merges_are_compared_in_words() throws IOException {
        ObjectNode other = tiny();
        ((ObjectNode) other.path("model").path("vocab")).put("brand-new", 7_000);
        ((ArrayNode) other.path("model").path("merges")).remove(100);
        assertThat(TokenizerComparison.between(bytes(tiny().toString()), bytes(other.toString())))
                .extracting(TokenizerComparison.Difference::description)
                .containsExactly(
                        "0 tokens are only in the first, 1 only in the second ('brand-new'), and 0 have another id.",
                        "There are 264 and 263 merges, equal up to number 100.");
    }

    @Test
    void two_copies_of_one_tokenizer_in_two_files_are_equal() {
        Path phi = SharedData.path("data/tokenizers/phi-3-mini/tokenizer.json");
        Path copy = SharedData.path("golden/lmeval/_tokenizers/phi-3-mini/tokenizer.json");
        assertThat(TokenizerFingerprint.of(phi)).isEqualTo(TokenizerFingerprint.of(copy));
    }

    @Test
    void a_model_configuration_is_hashed_by_what_it_says() {
        ConfigFingerprint one = ConfigFingerprint.of(
                bytes(
                        "{\"hidden_size\": 64, \"rope\": {\"theta\": 1e4}, \"torch_dtype\":"
                                + " \"bfloat16\", \"_name_or_path\": \"/a\", \"transformers_version\": \"4.1\", \"pad\": null}"));
        ConfigFingerprint same = ConfigFingerprint.of(
                bytes(
                        "{\"rope\": {\"theta\": 10000.0},\n \"dtype\": \"bfloat16\", \"hidden_size\": 64.0, \"_name_or_path\": \"b\"}"));
        ConfigFingerprint other = ConfigFingerprint.of(
                bytes("{\"rope\": {\"theta\": 500000}, \"dtype\": \"float16\", \"hidden_size\": 64, \"layers\": 2}"));
        assertThat(one).isEqualTo(same).hasToString(same.value());
        assertThat(one.value()).hasSize(64).isNotEqualTo(other.value());
        assertThat(one.differencesFrom(other)).containsExactly("dtype", "layers", "rope.theta");
    }

    private static TokenizerFingerprint of(String json) {
        return TokenizerFingerprint.of(bytes(json));
    }

    private static String step(String json) {
        return CanonicalJson.of(CanonicalSteps.of(JsonMapper.shared().readTree(json)));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode tiny() throws IOException {
        return (ObjectNode) JsonMapper.shared()
                .readTree(Files.readAllBytes(HuggingFaceTokenizerTest.tinyBpe().resolve("tokenizer.json")));
    }
}
