package network.pokt.mlqos.relay.supplier.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import network.pokt.mlqos.token.ConfigFingerprint;
import network.pokt.mlqos.token.TokenizerFingerprint;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointAdapterTest {

    private static final String TOKENIZER = """
            {"version":"1.0","added_tokens":[],"model":{"type":"BPE","vocab":{"a":0,"b":1},"merges":[]}}""";

    private final RecordedServer server = new RecordedServer();
    private final EndpointAdapter adapter = EndpointAdapter.builder(
                    new ServedModel("public", "inner-name", Optional.empty(), 0), OpenAiServer.VLLM, server.uri())
            .bearerToken("s3cret")
            .limits(AdapterLimits.defaults().withTimeout(Duration.ofSeconds(5)))
            .build();

    @AfterEach
    void stop() {
        adapter.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 529})
    void the_status_of_the_model_server_stays_what_it_was(int status) throws Exception {
        server.json(
                "/v1/completions",
                status,
                "{\"error\":{\"message\":\"inner-name at " + server.uri().getAuthority() + " with s3cret\",\"code\":"
                        + status + "}}");

        Heard heard = Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}");

        assertThat(heard.status()).isEqualTo(status);
        assertThat(heard.json().path("error").path("message").isString()).isTrue();
        assertThat(heard.text())
                .doesNotContain("inner-name", "s3cret", server.uri().getAuthority());
    }

    @Test
    void an_error_in_a_body_of_status_200_becomes_one() throws Exception {
        server.json("/v1/completions", 200, "{\"object\":\"error\",\"error\":{\"message\":\"too long\",\"code\":400}}");
        assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}").status())
                .isEqualTo(400);

        server.json("/v1/completions", 200, "{\"error\":\"boom\"}");
        assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}").status())
                .isEqualTo(502);
    }

    @Test
    void a_redirect_of_the_model_server_is_followed_nowhere() throws Exception {
        server.answer(
                "/v1/completions",
                new RecordedServer.Answer(307, "text/plain", "x", Map.of("Location", "http://169.254.169.254/")));
        assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}").status())
                .isEqualTo(502);
    }

    @Test
    void when_to_come_again_is_told_on() throws Exception {
        server.answer(
                "/v1/completions",
                new RecordedServer.Answer(429, "application/json", "{}", Map.of("Retry-After", "7")));
        assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}")
                        .head()
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void the_credential_reaches_the_model_server_and_nobody_else() throws Exception {
        server.json("/v1/completions", 200, "{\"choices\":[]}");
        Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}");
        assertThat(server.last().headers().get("Authorization")).containsExactly("Bearer s3cret");
    }

    @Test
    void a_model_server_that_is_gone_is_a_503_and_not_ready() throws Exception {
        try (EndpointAdapter lonely = EndpointAdapter.builder(
                        ServedModel.of("m"), OpenAiServer.VLLM, URI.create("http://127.0.0.1:1"))
                .build()) {
            assertThat(Heard.post(lonely, "/v1/completions", "{\"prompt\":\"a\"}")
                            .status())
                    .isEqualTo(503);
            assertThat(Heard.get(lonely, "/ready").status()).isEqualTo(503);
            assertThat(Heard.get(lonely, "/health").status()).isEqualTo(200);
        }
    }

    @Test
    void readiness_asks_the_model_server_once_in_a_while() throws Exception {
        server.json("/health", 200, "");
        assertThat(Heard.get(adapter, "/ready").status()).isEqualTo(200);
        assertThat(Heard.get(adapter, "/ready").status()).isEqualTo(200);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void a_model_with_files_shows_them_and_their_fingerprints(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"model_max_length\":1e30}");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\":\"llama\",\"hidden_size\":8}");
        try (EndpointAdapter shown = EndpointAdapter.builder(
                        new ServedModel("m", "m", Optional.of(folder), 128), OpenAiServer.VLLM, server.uri())
                .build()) {
            assertThat(Heard.get(shown, "/pokt/tokenizer")
                            .json()
                            .path("tokenizer_config")
                            .toString())
                    .isEqualTo("{\"model_max_length\":\"1000000000000000000000000000000\"}");
            assertThat(Heard.get(shown, "/pokt/tokenizer-hash")
                            .json()
                            .path("hash")
                            .asString())
                    .isEqualTo(TokenizerFingerprint.of(folder).value());
            assertThat(Heard.get(shown, "/pokt/config")
                            .json()
                            .path("config")
                            .path("hidden_size")
                            .asInt())
                    .isEqualTo(8);
            assertThat(Heard.get(shown, "/pokt/config-hash").json().path("hash").asString())
                    .isEqualTo(ConfigFingerprint.of(Files.readAllBytes(folder.resolve("config.json")))
                            .value());
            assertThat(Heard.get(shown, "/v1/models").text()).contains("\"max_model_len\":128");
        }
        assertThat(Heard.get(adapter, "/pokt/tokenizer").status()).isEqualTo(404);
    }

    @Test
    void a_stream_that_breaks_off_ends_with_an_error_and_not_as_if_it_were_whole() {
        try (ScriptedServer cutting = ScriptedServer.start(connection -> {
                    connection.expectRequest();
                    connection.send(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + "5\r\ndata:\r\n");
                });
                EndpointAdapter cut = EndpointAdapter.builder(ServedModel.of("m"), OpenAiServer.VLLM, cutting.uri())
                        .build()) {
            Heard heard = new Heard();

            assertThatThrownBy(() -> cut.handle(request("{\"stream\":true}"), heard))
                    .isInstanceOf(IOException.class);
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.text()).contains("data: {\"error\":").doesNotContain("[DONE]");
        }
    }

    @Test
    void a_client_that_does_not_read_is_dropped_before_much_waits_for_it() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (ScriptedServer endless = ScriptedServer.start(connection -> {
                    connection.expectRequest();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
                    try {
                        while (true) {
                            connection.send("data: {}\n\n".repeat(100));
                        }
                    } finally {
                        gone.countDown();
                    }
                });
                EndpointAdapter strict = EndpointAdapter.builder(ServedModel.of("m"), OpenAiServer.VLLM, endless.uri())
                        .limits(AdapterLimits.defaults().withWaitingBytes(16 << 10))
                        .build()) {
            AnswerSink asleep = new AnswerSink() {
                @Override
                public void head(AnswerHead head) {
                    // Nothing to keep.
                }

                @Override
                public void write(byte[] bytes) throws IOException {
                    try {
                        gone.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            };
            assertThatThrownBy(() -> strict.handle(request("{\"stream\":true}"), asleep))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_request_beyond_the_places_is_told_to_come_again() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.answer(
                "/v1/completions", new RecordedServer.Answer(200, "text/event-stream", "data: [DONE]\n\n", Map.of()));
        try (EndpointAdapter narrow = EndpointAdapter.builder(ServedModel.of("m"), OpenAiServer.VLLM, server.uri())
                .limits(AdapterLimits.defaults().withConcurrent(1))
                .build()) {
            Thread first = new Thread(() -> {
                try {
                    narrow.handle(request("{\"stream\":true}"), new AnswerSink() {
                        @Override
                        public void head(AnswerHead head) {
                            inside.countDown();
                        }

                        @Override
                        public void write(byte[] bytes) throws IOException {
                            try {
                                go.await();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                        }
                    });
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            first.start();
            inside.await();
            Heard second = Heard.post(narrow, "/v1/completions", "{\"prompt\":\"a\"}");
            go.countDown();
            first.join();

            assertThat(second.status()).isEqualTo(503);
            assertThat(second.head().retryAfter()).contains(Duration.ofSeconds(1));
        }
    }

    private static AdapterRequest request(String body) {
        return new AdapterRequest(
                "POST",
                "/v1/completions",
                OptionalLong.empty(),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
