package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A byte-level BPE of 523 tokens that asks for truncation to 8 and padding to 6 tokens; the expected ids are those of
 * the Python library tokenizers 0.23.2 with both switched off.
 */
class HuggingFaceTokenizerTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static HuggingFaceTokenizer tokenizer;

    @BeforeAll
    static void load() {
        tokenizer = HuggingFaceTokenizer.load(tinyBpe());
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void ids_and_texts_are_those_of_the_reference_library(JsonNode expected) {
        String text = expected.get("text").asString();
        assertThat(tokenizer.encode(text, false)).containsExactly(ids(expected.get("ids")));
        assertThat(tokenizer.encode(text, true)).containsExactly(ids(expected.get("withSpecial")));
        assertThat(tokenizer.decode(ids(expected.get("ids"))))
                .isEqualTo(expected.get("decoded").asString());
        assertThat(tokenizer.count(text)).isEqualTo(expected.get("ids").size());
    }

    @Test
    void truncation_and_padding_of_the_file_are_switched_off() {
        assertThat(tokenizer.encode(" the".repeat(5000), false)).hasSize(5000);
        assertThat(tokenizer.encode("a", false)).hasSize(1);
    }

    @Test
    void the_tokens_around_a_sequence_are_read_from_the_files_beside() {
        assertThat(tokenizer.bosId()).hasValue(0);
        assertThat(tokenizer.eosId()).hasValue(1);
        assertThat(tokenizer.decode(1)).isEqualTo("<|end|>");
    }

    @Test
    void a_file_alone_names_no_special_tokens_unless_they_are_given() {
        Path file = tinyBpe().resolve("tokenizer.json");
        try (HuggingFaceTokenizer bare = HuggingFaceTokenizer.load(file);
                HuggingFaceTokenizer told = HuggingFaceTokenizer.builder(file)
                        .bosToken("<|begin|>")
                        .eosToken("<|pad|>")
                        .load()) {
            assertThat(bare.bosId()).isEmpty();
            assertThat(bare.eosId()).isEmpty();
            assertThat(told.bosId()).hasValue(0);
            assertThat(told.eosId()).hasValue(2);
            assertThat(bare.fingerprint()).isNotEqualTo(told.fingerprint());
        }
    }

    @Test
    void older_folders_name_their_tokens_in_a_map(@TempDir Path folder) throws IOException {
        Files.copy(tinyBpe().resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        Files.writeString(
                folder.resolve("special_tokens_map.json"),
                "{\"bos_token\": null, \"eos_token\": {\"content\": \"<|end|>\"}}");
        try (HuggingFaceTokenizer older = HuggingFaceTokenizer.load(folder)) {
            assertThat(older.bosId()).isEmpty();
            assertThat(older.eosId()).hasValue(1);
        }
    }

    @Test
    void ids_outside_the_vocabulary_are_rejected() {
        assertThat(tokenizer.vocabularySize()).isEqualTo(523);
        assertThatThrownBy(() -> tokenizer.decode(5, 523))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The id 523 is not in a vocabulary of 523 tokens.");
        assertThatThrownBy(() -> tokenizer.decode(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threads_share_one_tokenizer() throws Exception {
        List<JsonNode> expectations = expectations();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                JsonNode expected = expectations.get(i % expectations.size());
                Callable<Boolean> check = () -> java.util.Arrays.equals(
                        tokenizer.encode(expected.get("text").asString(), false), ids(expected.get("ids")));
                results.add(threads.submit(check));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_closed_tokenizer_says_so() {
        HuggingFaceTokenizer closed = HuggingFaceTokenizer.load(tinyBpe());
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.encode("a", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> closed.decode(5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_missing_or_broken_file_is_named(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"version\": ");
        Path strange = Files.writeString(
                folder.resolve("strange.json"), "{\"version\": \"1.0\", \"model\": {\"type\": \"?\"}}");
        assertThatThrownBy(() -> HuggingFaceTokenizer.load(folder))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining(folder.resolve("tokenizer.json").toString())
                .hasMessageContaining("give a tokenizer.json or the folder");
        assertThatThrownBy(() -> HuggingFaceTokenizer.load(broken)).isInstanceOf(TokenizerException.class);
        assertThatThrownBy(() -> HuggingFaceTokenizer.load(strange))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("strange.json");
    }

    @Test
    void a_special_token_that_the_file_does_not_have_is_named() {
        HuggingFaceTokenizer.Builder builder =
                HuggingFaceTokenizer.builder(tinyBpe()).eosToken("</s>");
        assertThatThrownBy(builder::load)
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("'</s>', which ends a sequence");
    }

    @Test
    void fingerprints_tell_vocabularies_apart() {
        try (HuggingFaceTokenizer same = HuggingFaceTokenizer.load(tinyBpe())) {
            assertThat(same.fingerprint()).isEqualTo(tokenizer.fingerprint());
            assertThat(TokenizerProbe.of(same))
                    .isEqualTo(TokenizerProbe.of(tokenizer))
                    .hasSize(64);
        }
    }

    @Test
    void loading_leaves_the_settings_of_the_application_alone() {
        assertThat(System.getProperty("ai.djl.offline")).isNull();
        assertThat(System.getProperty("RUST_FLAVOR")).isNull();
        assertThat(System.getProperty("ENGINE_CACHE_DIR")).isNull();
    }

    @Test
    void without_the_library_the_artifact_is_named() throws Exception {
        try (URLClassLoader without = anotherApplication(entry -> !entry.contains("djl"))) {
            Class<?> type = without.loadClass(HuggingFaceTokenizer.class.getName());
            assertThatThrownBy(() -> type.getMethod("load", Path.class).invoke(null, tinyBpe()))
                    .cause()
                    .hasMessage("A tokenizer.json needs the artifact ai.djl.huggingface:tokenizers,"
                            + " add it to the dependencies.");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a library in use cannot be deleted there")
    void the_native_library_is_kept_where_it_was_told_to_be(@TempDir Path folder) throws Exception {
        try (URLClassLoader other = anotherApplication(entry -> true)) {
            Class<?> type = other.loadClass(HuggingFaceTokenizer.class.getName());
            Object builder = type.getMethod("builder", Path.class).invoke(null, tinyBpe());
            builder.getClass().getMethod("nativeFolder", Path.class).invoke(builder, folder);
            Object loaded = builder.getClass().getMethod("load").invoke(builder);
            assertThat(type.getMethod("count", String.class).invoke(loaded, "a"))
                    .isEqualTo(1L);
            type.getMethod("close").invoke(loaded);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(library -> assertThat(library).hasFileName(System.mapLibraryName("tokenizers")));
        }
    }

    /** Returns a class loader that has loaded nothing yet, with the entries of this class path that are wanted. */
    private static URLClassLoader anotherApplication(Predicate<String> wanted) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (wanted.test(entry)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    static List<JsonNode> expectations() throws IOException {
        try (InputStream in = HuggingFaceTokenizerTest.class.getResourceAsStream("tiny-bpe/expected.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        }
    }

    static Path tinyBpe() {
        try {
            return Path.of(
                    HuggingFaceTokenizerTest.class.getResource("tiny-bpe").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[] ids(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }
}
