package network.pokt.mlqos.relay.supplier.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, a model server sees only well-formed calls of its own paths. */
class HostileClientTest {

    private static RecordedServer server;
    private static EndpointAdapter adapter;

    @BeforeAll
    static void start() {
        server = new RecordedServer().json("/v1/chat/completions", 200, "{\"choices\":[]}");
        adapter = EndpointAdapter.builder(ServedModel.of("m"), OpenAiServer.VLLM, server.uri())
                .build();
    }

    @BeforeEach
    void forget() {
        server.asked.clear();
    }

    @AfterAll
    static void stop() {
        adapter.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/v1",
                "/v1/completions/",
                "/v1/completions/../../admin",
                "//v1/completions",
                "/v1//completions",
                "/%761/completions",
                "/v1/completions%00",
                "/v1/completions;x=1",
                "/V1/completions",
                "/v1/../v1/completions",
                "http://evil.example/v1/completions",
                "/v1/completions\r\nX: y",
                "\\v1\\completions",
                "/metrics",
                "/v1/load_lora_adapter",
                "/pokt/../etc/passwd",
                "/pokt/tokenizer/..",
                "/v1/images/generations"
            })
    void paths_that_are_no_route_end_at_the_adapter(String path) throws Exception {
        assertThat(Heard.post(adapter, path, "{}").status()).isEqualTo(404);
        assertThat(server.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "post", "POST "})
    void methods_other_than_the_routes_own_are_refused(String method) throws Exception {
        AdapterRequest request =
                new AdapterRequest(method, "/v1/completions", OptionalLong.empty(), InputStream.nullInputStream());
        assertThat(Heard.of(adapter, request).status()).isEqualTo(405);
        assertThat(server.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{\"a\":1}x",
                "{\"model\":\"m\",\"model\":\"other\"}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":\"\u0000\"}",
                "\uFEFF{",
                "{} {}",
                "// x\n{}"
            })
    void bodies_that_are_not_one_json_object_are_refused(String body) throws Exception {
        assertThat(Heard.post(adapter, "/v1/chat/completions", body).status()).isEqualTo(400);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void a_body_nested_to_exhaust_a_stack_is_refused() throws Exception {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(Heard.post(adapter, "/v1/chat/completions", deep).status()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_announced_too_large_is_not_read_and_an_endless_one_is_read_to_the_limit() throws Exception {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return ' ';
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                read[0] += length;
                return length;
            }
        };
        AdapterRequest announced =
                new AdapterRequest("POST", "/v1/chat/completions", OptionalLong.of(1L << 40), endless);
        assertThat(Heard.of(adapter, announced).status()).isEqualTo(413);
        assertThat(read[0]).isZero();

        AdapterRequest silent = new AdapterRequest("POST", "/v1/chat/completions", OptionalLong.empty(), endless);
        assertThat(Heard.of(adapter, silent).status()).isEqualTo(413);
        assertThat(read[0]).isLessThanOrEqualTo(AdapterLimits.defaults().requestBytes() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://169.254.169.254/latest\"}}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"file:///etc/passwd\"}]}]}",
                "{\"messages\":[{\"content\":[{\"video_url\":{\"URL\":\"HTTPS://10.0.0.1/\"}}]}]}",
                "{\"messages\":[{\"content\":[{\"audio_url\":[\"ftp://x\"]}]}]}",
                "{\"image_urls\":[\"data:image/png;base64,AA==\",\"//10.0.0.1/x\"]}",
                "{\"extra_body\":{\"callback_uri\":\"gopher://x\"}}"
            })
    void an_address_to_fetch_is_refused_in_any_field(String body) throws Exception {
        Heard heard = Heard.post(adapter, "/v1/chat/completions", body);
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.errorCode()).isEqualTo("foreign_address");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void an_address_in_a_text_and_a_picture_in_the_request_are_let_through() throws Exception {
        Heard heard = Heard.post(adapter, "/v1/chat/completions", """
                {"messages":[{"role":"user","content":[{"type":"text","text":"What is http://localhost?"},
                {"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}]}""");
        assertThat(heard.status()).isEqualTo(200);
    }

    @Test
    void an_unknown_model_and_a_model_that_is_no_text_are_refused() throws Exception {
        for (String name : new String[] {"\"other\"", "7", "null", "[\"m\"]", "{}", "\"../m\""}) {
            assertThat(Heard.post(adapter, "/v1/chat/completions", "{\"model\":" + name + "}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(server.asked).isEmpty();
    }

    @Test
    void nothing_that_a_client_sent_comes_back_in_an_error() throws Exception {
        Heard heard = Heard.post(adapter, "/v1/<script>", "{");
        assertThat(heard.text()).doesNotContain("script");
        assertThat(heard.head().contentType()).isEqualTo("application/json");
    }
}
