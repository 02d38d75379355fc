package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers over a real connection, with the headers that a real server sets. */
class LoopbackExchangeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenAiCodec codec = OpenAiCodec.create();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LoopbackExchangeTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Says what it was asked, streamed if so asked. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            boolean chat = exchange.getRequestURI().getPath().equals("/v1/chat/completions");
            boolean stream = request.path("stream").booleanValue(false);
            String asked = JSON.writeValueAsString(chat ? request.at("/messages/0/content") : request.path("prompt"));
            String content = chat
                    ? (stream ? "\"delta\"" : "\"message\"") + ":{\"content\":" + asked + "}"
                    : "\"text\":" + asked;
            String body = "{\"model\":\"echo\",\"choices\":[{\"index\":0," + content + ",\"finish_reason\":\"stop\"}]}";
            exchange.getResponseHeaders().set("Content-Type", stream ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write((stream ? Responses.stream(body, "[DONE]") : body).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private RelayResponse send(RelayRequest request) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + request.path());
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()));
        request.headers().map().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        HttpResponse<byte[]> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new RelayResponse(
                answer.statusCode(), answer.headers(), Payload.of(answer.body()), RelayTiming.none(Responses.START));
    }

    @Test
    void a_completion_comes_back_as_it_was_sent() throws Exception {
        String prompt = "1 + 1 = \"é漢🦙\"\n";
        RelayRequest request =
                codec.encode(CompletionRequest.of("llama", Prompt.text(prompt), SamplingParameters.defaults()));

        CompletionAnswer answer = Responses.ok(codec.completion(send(request)));

        assertThat(answer.first().text()).isEqualTo(prompt);
        assertThat(answer.delivery().streamed()).isFalse();
    }

    @Test
    void a_streamed_chat_comes_back_as_it_was_sent() throws Exception {
        SamplingParameters streaming = SamplingParameters.builder().stream(true).build();
        RelayRequest request = codec.encode(ChatRequest.of("llama", List.of(ChatMessage.user("é漢🦙")), streaming));

        ChatAnswer answer = Responses.ok(codec.chat(send(request)));

        assertThat(answer.first().content()).isEqualTo("é漢🦙");
        assertThat(answer.delivery().streamed()).isTrue();
    }
}
