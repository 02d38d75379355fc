package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A way that gives other ids is not taken, or not for long. */
class FastPathTest {

    private static final String TEXT = "the theory of the others in the end";

    private final byte[] json = read();
    private final TokenizersLibrary library = DjlNatives.load(Optional.empty());

    @Test
    void a_sample_that_agrees_opens_the_way() {
        try (NativeTokenizer exact = NativeTokenizer.create(library, text(json))) {
            FastPath path = FastPath.proven(TokenizerFileReader.read(json, true), exact);
            assertThat(path.isUsed()).isTrue();
            assertThat(path.encode(TEXT, true)).isEqualTo(exact.encode(TEXT, true));
        }
    }

    @Test
    void a_sample_that_differs_closes_it() {
        try (NativeTokenizer exact = NativeTokenizer.create(library, text(json))) {
            FastPath path = FastPath.proven(withOtherMerges(), List.of("a", TEXT), exact);
            assertThat(path.isUsed()).isFalse();
            assertThat(path.encode(TEXT, false)).isEqualTo(exact.encode(TEXT, false));
            assertThat(path.count(TEXT)).isEqualTo(exact.encode(TEXT, false).length);
        }
    }

    @Test
    void a_difference_that_the_sample_missed_closes_it_later_and_for_good() {
        try (NativeTokenizer exact = NativeTokenizer.create(library, text(json))) {
            FastPath path = FastPath.proven(withOtherMerges(), List.of("a"), exact);
            assertThat(path.isUsed()).isTrue();
            assertThat(path.encode(TEXT, false)).isNotEqualTo(exact.encode(TEXT, false));
            int texts = 1;
            while (path.isUsed()) {
                path.count(TEXT);
                texts++;
                assertThat(texts).isLessThanOrEqualTo(1024);
            }
            assertThat(texts).isEqualTo(1024);
            assertThat(path.count(TEXT)).isEqualTo(exact.encode(TEXT, false).length);
        }
    }

    @Test
    void a_closed_tokenizer_counts_nothing_more() {
        NativeTokenizer exact = NativeTokenizer.create(library, text(json));
        FastPath path = FastPath.proven(TokenizerFileReader.read(json, true), exact);
        exact.close();
        assertThatThrownBy(() -> path.count(TEXT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    /** The same vocabulary with its merges in the opposite order. */
    private FastBpe withOtherMerges() {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(json);
        ArrayNode reversed = JsonMapper.shared().createArrayNode();
        root.path("model").path("merges").forEach(merge -> reversed.insert(0, merge));
        ((ObjectNode) root.path("model")).set("merges", reversed);
        byte[] other = root.toString().getBytes(StandardCharsets.UTF_8);
        return FastBpeReader.read(TokenizerFileReader.read(other, true)).orElseThrow();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] read() {
        try {
            Path file = HuggingFaceTokenizerTest.tinyBpe().resolve("tokenizer.json");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
