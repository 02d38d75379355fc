package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenAI's encodings against the ids of tiktoken 0.14. */
class OpenAiTokenizerTest {

    private static final String TEXT =
            "Hello, wörld! I'll pay 12345 € for 3 naïve 日本語 tokens 👩‍👩‍👧.\n\n  def f(x):\n\treturn x";

    @Test
    void ids_are_those_of_tiktoken() {
        OpenAiTokenizer cl100k = OpenAiTokenizer.encoding("cl100k_base");
        assertThat(cl100k.encode(TEXT, true))
                .containsExactly(
                        9906, 11, 289, 9603, 509, 0, 358, 3358, 2343, 220, 4513, 1774, 13281, 369, 220, 18, 95980, 588,
                        76502, 22656, 45918, 252, 11460, 62904, 102, 378, 235, 9468, 239, 102, 378, 235, 9468, 239, 100,
                        382, 220, 711, 282, 2120, 997, 862, 865);
        OpenAiTokenizer o200k = OpenAiTokenizer.forModel("gpt-4o");
        assertThat(o200k.name()).isEqualTo("o200k_base");
        assertThat(o200k.encode(TEXT, false))
                .containsExactly(
                        13225, 11, 286, 2877, 582, 0, 17291, 2777, 220, 7633, 2548, 7950, 395, 220, 18, 153475, 737,
                        17428, 40909, 20290, 61138, 102, 2524, 28823, 102, 2524, 28823, 100, 364, 220, 1056, 285, 4061,
                        1883, 1393, 1215);
        assertThat(o200k.count(TEXT)).isEqualTo(o200k.encode(TEXT, false).length);
        assertThat(o200k.decode(o200k.encode(TEXT, false))).isEqualTo(TEXT);
    }

    @Test
    void special_tokens_in_a_text_are_text() {
        OpenAiTokenizer cl100k = OpenAiTokenizer.encoding("cl100k_base");
        assertThat(cl100k.encode("<|endoftext|>", false)).hasSizeGreaterThan(1);
        assertThat(cl100k.eosId()).hasValue(100_257);
        assertThat(cl100k.bosId()).isEmpty();
        assertThat(cl100k.decode(100_257)).isEqualTo("<|endoftext|>");
    }

    @Test
    void an_unknown_name_and_an_unknown_id_are_named() {
        assertThatThrownBy(() -> OpenAiTokenizer.encoding("x999k_base"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jtokkit knows no encoding for 'x999k_base', use one such as o200k_base or gpt-4o.");
        OpenAiTokenizer cl100k = OpenAiTokenizer.encoding("cl100k_base");
        assertThatThrownBy(() -> cl100k.decode(5_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in cl100k_base");
    }

    @Test
    void without_the_library_the_artifact_is_named() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (!entry.contains("jtokkit")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader without =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = without.loadClass(OpenAiTokenizer.class.getName());
            assertThatThrownBy(() -> type.getMethod("encoding", String.class).invoke(null, "o200k_base"))
                    .cause()
                    .hasMessage(
                            "An OpenAI encoding needs the artifact com.knuddels:jtokkit, add it to the dependencies.");
        }
    }
}
