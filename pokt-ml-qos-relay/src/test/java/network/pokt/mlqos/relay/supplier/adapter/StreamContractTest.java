package network.pokt.mlqos.relay.supplier.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.backend.TgiGenerate;
import network.pokt.mlqos.relay.supplier.backend.TorchServe;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Servers whose streams have a form of their own, with streams in the shape of their documentation, seen through the adapter. */
class StreamContractTest {

    private static final String STREAM = "{\"prompt\":\"a\",\"stream\":true}";
    private static final String FIRST =
            "data:{\"index\":1,\"token\":{\"id\":3,\"text\":\" It\",\"logprob\":-0.25,\"special\":false},"
                    + "\"top_tokens\":[{\"id\":3,\"text\":\" It\",\"logprob\":-0.25,\"special\":false}],"
                    + "\"generated_text\":null,\"details\":null}\n\n";
    private static final String SECOND =
            "data:{\"index\":2,\"token\":{\"id\":4,\"text\":\" is\",\"logprob\":-0.5,\"special\":false},"
                    + "\"generated_text\":null,\"details\":null}\n\n";
    private static final String LAST =
            "data:{\"index\":3,\"token\":{\"id\":2,\"text\":\"</s>\",\"logprob\":-1.5,\"special\":true},"
                    + "\"generated_text\":\" It is\",\"details\":{\"finish_reason\":\"eos_token\",\"generated_tokens\":3,"
                    + "\"input_length\":7,\"seed\":null}}\n\n";

    private final RecordedServer server = new RecordedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private EndpointAdapter adapter(Backend backend) {
        return EndpointAdapter.builder(
                        new ServedModel("public", "/models/inner", Optional.empty(), 4_096), backend, server.uri())
                .build();
    }

    private Heard tgi(String stream, String request) throws IOException, InterruptedException {
        server.answer("/generate_stream", new RecordedServer.Answer(200, "text/event-stream", stream, Map.of()));
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            return Heard.post(adapter, "/v1/completions", request);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static List<JsonNode> events(Heard heard) {
        List<String> blocks = Arrays.asList(heard.text().split("\n\n"));
        assertThat(blocks).allMatch(block -> block.startsWith("data: ")).endsWith("data: [DONE]");
        return blocks.subList(0, blocks.size() - 1).stream()
                .map(block -> JsonMapper.shared().readTree(block.substring("data: ".length())))
                .toList();
    }

    private static String text(List<JsonNode> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(
                event -> text.append(event.path("choices").path(0).path("text").asString("")));
        return text.toString();
    }

    @Test
    void tokens_of_tgi_become_events_of_a_completion_with_logprobs_and_usage() throws Exception {
        Heard heard = tgi(FIRST + SECOND + LAST, """
                {"model":"public","prompt":"2+2?","stream":true,"stream_options":{"include_usage":true},
                "logprobs":1,"max_tokens":9,"temperature":0}""");

        assertThat(heard.head()).isEqualTo(AnswerHead.stream());
        List<JsonNode> events = events(heard);
        assertThat(text(events)).isEqualTo(" It is");
        assertThat(events).hasSize(4).allSatisfy(event -> {
            assertThat(event.path("object").asString()).isEqualTo("text_completion");
            assertThat(event.path("model").asString()).isEqualTo("public");
            assertThat(event.path("id").asString()).isEqualTo("cmpl-1");
        });
        assertThat(events.get(0).path("choices").path(0).path("logprobs").toString())
                .isEqualTo("{\"tokens\":[\" It\"],\"token_logprobs\":[-0.25],\"top_logprobs\":[{\" It\":-0.25}],"
                        + "\"text_offset\":[0]}");
        assertThat(events.get(1).path("choices").path(0).path("logprobs").toString())
                .isEqualTo("{\"tokens\":[\" is\"],\"token_logprobs\":[-0.5],\"top_logprobs\":[null],"
                        + "\"text_offset\":[3]}");
        assertThat(events.get(1).path("choices").path(0).path("finish_reason").isNull())
                .isTrue();
        assertThat(events.get(2).path("choices").path(0).path("finish_reason").asString())
                .isEqualTo("stop");
        assertThat(events.get(3).path("choices").toString()).isEqualTo("[]");
        assertThat(events.get(3).path("usage").toString())
                .isEqualTo("{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}");
        assertThat(server.last().json().toString())
                .isEqualTo("{\"inputs\":\"2+2?\",\"parameters\":{\"max_new_tokens\":9,\"details\":true,"
                        + "\"do_sample\":false,\"top_n_tokens\":1}}");
    }

    @Test
    void older_servers_of_tgi_tell_no_length_of_the_prompt_so_no_usage_is_made_up() throws Exception {
        Heard heard = tgi(
                FIRST + LAST.replace("\"input_length\":7,", ""),
                "{\"prompt\":\"a\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}");

        assertThat(events(heard)).hasSize(2);
        assertThat(heard.text()).doesNotContain("usage");
    }

    @ParameterizedTest
    @CsvSource({"validation, 422", "overloaded, 429", "generation, 424", "incomplete_generation, 500"})
    void an_error_that_tgi_streams_at_once_becomes_a_status(String type, int status) throws Exception {
        Heard heard = tgi(
                "data:{\"error\":\"`inputs` of /models/inner must have less than 9 tokens\",\"error_type\":\"" + type
                        + "\"}\n\n",
                STREAM);

        assertThat(heard.status()).isEqualTo(status);
        String message = heard.json().path("error").path("message").asString();
        assertThat(message)
                .isEqualTo(
                        status < 500
                                ? "`inputs` of public must have less than 9 tokens"
                                : "The model server reports an error.");
    }

    @Test
    void a_stream_of_tgi_without_its_last_event_ends_with_an_error_and_not_as_if_it_were_whole() {
        server.answer(
                "/generate_stream", new RecordedServer.Answer(200, "text/event-stream", FIRST + SECOND, Map.of()));
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            Heard heard = new Heard();
            assertThatThrownBy(() -> adapter.handle(Heard.request("/v1/completions", STREAM), heard))
                    .isInstanceOf(IOException.class);
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.text()).contains(" is", "\"error\"").doesNotContain("[DONE]");
        }
    }

    @Test
    void an_error_that_tgi_streams_after_a_token_ends_the_stream_as_an_event() {
        CountDownLatch token = new CountDownLatch(1);
        try (ScriptedServer failing = ScriptedServer.start(connection -> {
                    connection.expectRequest();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + FIRST);
                    await(token);
                    connection.send("data:{\"error\":\"lost a shard\",\"error_type\":\"generation\"}\n\n");
                });
                EndpointAdapter adapter = EndpointAdapter.builder(ServedModel.of("m"), new TgiGenerate(), failing.uri())
                        .build()) {
            Heard heard = new Heard();
            AnswerSink sink = new AnswerSink() {
                @Override
                public void head(AnswerHead head) {
                    heard.head(head);
                }

                @Override
                public void write(byte[] bytes) {
                    heard.write(bytes);
                    token.countDown();
                }
            };
            assertThatThrownBy(() -> adapter.handle(Heard.request("/v1/completions", STREAM), sink))
                    .isInstanceOf(IOException.class);
            assertThat(heard.text()).contains(" It", "lost a shard").doesNotContain("[DONE]");
        }
    }

    @Test
    void an_end_that_tgi_writes_out_is_left_out_whole_and_streamed() throws Exception {
        String request = "{\"prompt\":\"a\",\"stop\":[\" is\",\"s and\"],\"stream\":%s}";
        String cut = LAST.replace("eos_token", "stop_sequence")
                .replace("</s>", " an apple")
                .replace("true", "false");
        server.json(
                "/generate",
                200,
                "{\"generated_text\":\" It is\",\"details\":{\"finish_reason\":\"stop_sequence\","
                        + "\"generated_tokens\":2,\"prefill\":[{\"id\":1,\"text\":\"a\",\"logprob\":null}],"
                        + "\"tokens\":[]}}");

        assertThat(text(events(tgi(FIRST + SECOND + cut, request.formatted(true)))))
                .isEqualTo(" It");
        assertThat(text(events(tgi(FIRST + cut, request.formatted(true))))).isEqualTo(" It an apple");
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            assertThat(text(List.of(Heard.post(adapter, "/v1/completions", request.formatted(false))
                            .json())))
                    .isEqualTo(" It");
        }
    }

    @Test
    void what_is_no_stream_of_tgi_is_no_answer() throws Exception {
        for (String stream : List.of("", "data:7\n\n", "data:{}\n\n", "data:{\"token\":{\"text\":1}}\n\n")) {
            assertThat(tgi(stream, STREAM).status()).as(stream).isEqualTo(502);
        }
        server.json("/generate_stream", 200, "{\"generated_text\":\"It is\"}");
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            assertThat(Heard.post(adapter, "/v1/completions", STREAM).status()).isEqualTo(502);
            assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\",\"stream\":true,\"echo\":true}")
                            .errorCode())
                    .isEqualTo("unsupported_by_backend");
        }
    }

    @Test
    void a_torchserve_handler_that_sends_pieces_streams_them() throws Exception {
        server.answer("/predictions/m", new RecordedServer.Answer(200, "text/plain", "Fünf Äpfel 🍏", Map.of()));
        try (EndpointAdapter adapter = adapter(new TorchServe("m", true))) {
            Heard heard = Heard.post(adapter, "/v1/completions", STREAM);

            List<JsonNode> events = events(heard);
            assertThat(text(events)).isEqualTo("Fünf Äpfel 🍏");
            assertThat(events.get(events.size() - 1)
                            .path("choices")
                            .path(0)
                            .path("finish_reason")
                            .asString())
                    .isEqualTo("stop");
            JsonNode served = Heard.get(adapter, "/pokt/config").json().path("served");
            assertThat(served.path("backend").asString()).isEqualTo("torchserve-stream");
            assertThat(served.path("abilities").toString()).isEqualTo("[\"stream\"]");
        }
    }

    @Test
    void tgi_tells_in_its_config_that_it_streams() throws Exception {
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            JsonNode served = Heard.get(adapter, "/pokt/config").json().path("served");
            assertThat(served.path("abilities").toString())
                    .isEqualTo("[\"stream\",\"usage\",\"logprobs\",\"echo\",\"seed\",\"stop\"]");
            assertThat(served.path("missing").toString()).isEqualTo("[\"several\"]");
        }
    }
}
