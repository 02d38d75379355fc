package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real tokenizers against ids that their own libraries gave. */
class HuggingFaceTokenizerGoldenTest {

    @ParameterizedTest
    @CsvSource({
        "gpt2, gpt2_encoded_tokens.json, 50257",
        "bert-base-uncased, bert_uncased_encoded.json, 30522",
        "llama2, llama_encoded.json, 32000",
        "llama3, llama_3.2_encoded.json, 128256"
    })
    void ids_equal_the_reference(String folder, String golden, int vocabulary) throws IOException {
        Path data = SharedData.path("data/tokenizers");
        JsonNode expected = JsonMapper.shared().readTree(Files.readAllBytes(data.resolve("golden_ids/" + golden)));
        HuggingFaceTokenizer tokenizer = SharedTokenizers.in("data/tokenizers/" + folder);
        assertThat(tokenizer.encode(expected.get("text").asString(), true))
                .containsExactly(ids(expected.get("token_ids")));
        assertThat(tokenizer.vocabularySize()).isEqualTo(vocabulary);
    }

    @ParameterizedTest
    @CsvSource({
        "data/tokenizers/llama2, 1, 2, <s>, </s>",
        "data/tokenizers/phi-3-mini, 1, 32000, <s>, <|endoftext|>",
        "data/tokenizers/clip, 49406, 49407, <|startoftext|>, <|endoftext|>",
        "golden/lmeval/_tokenizers/phi-2, 50256, 50256, <|endoftext|>, <|endoftext|>",
        "golden/lmeval/_tokenizers/phi-3-mini, 1, 32000, <s>, <|endoftext|>"
    })
    void special_tokens_are_found(String folder, int bosId, int eosId, String bos, String eos) {
        HuggingFaceTokenizer tokenizer = SharedTokenizers.in(folder);
        assertThat(tokenizer.bosId()).hasValue(bosId);
        assertThat(tokenizer.eosId()).hasValue(eosId);
        assertThat(tokenizer.decode(bosId)).isEqualTo(bos);
        assertThat(tokenizer.decode(eosId)).isEqualTo(eos);
    }

    @Test
    void a_unigram_model_has_its_vocabulary_as_a_list() {
        HuggingFaceTokenizer t5 = SharedTokenizers.in("data/tokenizers/t5-small");
        assertThat(t5.vocabularySize()).isEqualTo(32_100);
        assertThat(t5.bosId()).isEmpty();
        assertThat(t5.eosId()).hasValue(1);
        assertThat(t5.decode(t5.encode("A tokenizer of pieces.", true))).isEqualTo("A tokenizer of pieces.</s>");
    }

    @Test
    void a_text_is_not_cut_at_the_512_tokens_that_djl_defaults_to() throws IOException {
        Path gsm8k = SharedData.path("data/gsm8k/test.jsonl");
        HuggingFaceTokenizer phi2 = SharedTokenizers.in("golden/lmeval/_tokenizers/phi-2");
        String text = Files.readString(gsm8k);
        int[] ids = phi2.encode(text, false);
        assertThat(ids).hasSizeGreaterThan(200_000);
        assertThat(phi2.decode(ids)).isEqualTo(text);
    }

    private static int[] ids(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }
}
