package network.pokt.mlqos.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import network.pokt.mlqos.node.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway in front of one server that each test scripts. */
@Timeout(30)
class GatewayServerTest {

    private static final String MODEL = "<script>alert(1)</script>";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer backend;
    private HttpHandler script = exchange -> respond(exchange, "application/json", "{}");
    private Running running;
    private OpenAIClient client;

    @BeforeEach
    void start() throws IOException {
        GatewayServer.boundTheServer();
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.setExecutor(threads);
        backend.createContext("/", exchange -> script.handle(exchange));
        backend.start();
        URI uri = URI.create("http://127.0.0.1:" + backend.getAddress().getPort());
        running = Running.over(Nodes.direct(List.of(Node.at(uri, MODEL))));
        client = running.client(Running.KEY);
    }

    @AfterEach
    void stop() {
        client.close();
        running.close();
        backend.stop(0);
        threads.shutdownNow();
    }

    private static void respond(HttpExchange exchange, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void event(HttpExchange exchange, String data) throws IOException {
        exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static String piece(String text) {
        return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":0,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}";
    }

    private StreamResponse<ChatCompletionChunk> stream() {
        return client.chat()
                .completions()
                .createStreaming(ChatCompletionCreateParams.builder()
                        .model(MODEL)
                        .addUserMessage("hello")
                        .build());
    }

    private static String text(ChatCompletionChunk chunk) {
        return chunk.choices().get(0).delta().content().orElse("");
    }

    @Test
    void a_piece_is_passed_on_before_the_next_is_written() {
        CountDownLatch seen = new CountDownLatch(1);
        script = exchange -> {
            try (exchange) {
                begin(exchange);
                event(exchange, piece("first"));
                await(seen);
                event(exchange, piece("second"));
                event(exchange, "[DONE]");
            }
        };

        try (StreamResponse<ChatCompletionChunk> stream = stream()) {
            Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
            assertThat(text(chunks.next())).isEqualTo("first");
            seen.countDown();
            assertThat(text(chunks.next())).isEqualTo("second");
            assertThat(chunks.hasNext()).isFalse();
        }
    }

    @Test
    void a_stream_that_breaks_off_ends_in_an_error() {
        script = exchange -> {
            try (exchange) {
                begin(exchange);
                event(exchange, piece("first"));
            }
        };

        try (StreamResponse<ChatCompletionChunk> stream = stream()) {
            Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
            assertThat(text(chunks.next())).isEqualTo("first");
            assertThatThrownBy(chunks::next).hasMessageContaining("No node gave a usable answer");
        }
    }

    @Test
    void a_client_that_hangs_up_ends_the_relay() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        script = exchange -> {
            try (exchange) {
                begin(exchange);
                event(exchange, piece("first"));
                await(hungUp);
                // Fewer than a slow client may be behind, so that hanging up is what ends it.
                for (int i = 0; i < 4_000; i++) {
                    event(exchange, piece("more"));
                    LockSupport.parkNanos(1_000_000);
                }
            } catch (IOException e) {
                ended.countDown();
            }
        };

        try (StreamResponse<ChatCompletionChunk> stream = stream()) {
            assertThat(text(stream.stream().iterator().next())).isEqualTo("first");
        }
        hungUp.countDown();

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_a_node_sends_cannot_forge_events_or_pass_its_errors_off_as_answers() throws Exception {
        script = exchange -> {
            try (exchange) {
                begin(exchange);
                event(exchange, "{\ndata: \"lines\": 2}");
                event(exchange, piece("sound"));
                event(exchange, "{\"error\": {\"message\": \"the node's own words\"}}");
                event(exchange, "[DONE]");
            }
        };

        String stream = running.post(
                        "/chat/completions",
                        "{\"model\":\"auto\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")
                .body();

        assertThat(stream.lines().filter(line -> !line.isEmpty()))
                .hasSize(3)
                .contains("data: {\"lines\":2}")
                .allMatch(line -> line.startsWith("data: {"))
                .last()
                .asString()
                .contains("error_in_ok")
                .doesNotContain("own words");
    }

    @Test
    void a_stream_without_content_is_an_answer_too() {
        script = exchange -> {
            try (exchange) {
                begin(exchange);
                event(exchange, piece("").replace("\"finish_reason\":null", "\"finish_reason\":\"stop\""));
                event(exchange, "[DONE]");
            }
        };

        try (StreamResponse<ChatCompletionChunk> stream = stream()) {
            assertThat(stream.stream().toList())
                    .singleElement()
                    .satisfies(chunk -> assertThat(text(chunk)).isEmpty());
        }
    }

    @Test
    void a_node_cannot_bill_more_than_the_request_allows() throws Exception {
        script = exchange -> respond(exchange, "application/json", completion(1_000_000));
        running.post("/completions", "{\"model\":\"auto\",\"prompt\":\"x\",\"max_tokens\":7}");

        assertThat(running.admin("/metrics"))
                .contains("pokt_ml_qos_gateway_tokens_total{customer=\"ada\",type=\"output\"} 7.0");
    }

    private static String completion(int tokens) {
        return "{\"choices\":[{\"index\":0,\"text\":\"yes\",\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":" + tokens + "}}";
    }

    @Test
    void requests_that_cannot_be_meant_are_refused_with_a_reason() throws Exception {
        assertRefused(running.post("/chat/completions", "{"), 400, "invalid_json");
        assertRefused(running.post("/chat/completions", "[]"), 400, "invalid_json");
        assertRefused(running.post("/chat/completions", "{}"), 400, "missing_model");
        assertRefused(running.post("/chat/completions", "{\"model\":\"auto\",\"messages\":[]}"), 400, "missing_prompt");
        assertRefused(running.post("/completions", "{\"model\":\"auto\"}"), 400, "missing_prompt");
        assertRefused(
                running.post("/completions", "{\"model\":\"auto\",\"prompt\":\"x\",\"stream\":1}"),
                400,
                "invalid_stream");
        assertRefused(
                running.post("/completions", "{\"model\":\"auto\",\"prompt\":\"x\",\"max_tokens\":1e99}"),
                400,
                "invalid_max_tokens");
        assertRefused(running.post("/models", ""), 405, "method_not_allowed");
        assertRefused(running.post("/embeddings", "{}"), 404, "unknown_url");
        assertRefused(running.post("/completions", "x".repeat((4 << 20) + 1)), 413, "request_too_large");
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .startsWith("{\"error\":{\"message\":\"")
                .contains("\"type\":\"invalid_request_error\"", "\"code\":\"" + code + "\"");
    }

    @Test
    void the_owner_sees_how_nodes_stand_and_no_key() throws Exception {
        script = exchange -> respond(exchange, "application/json", completion(2));
        HttpResponse<String> answer = running.post("/completions", "{\"model\":\"auto\",\"prompt\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(200);

        String page = running.admin("/admin");
        String metrics = running.admin("/metrics");

        assertThat(page)
                .contains("How nodes stand", "grade full", "Who would get the next request", "ada", "0.0000045 USD")
                .contains("&lt;script&gt;")
                .doesNotContain("<script", Running.KEY, Customers.digest(Running.KEY));
        assertThat(metrics)
                .contains(
                        "pokt_ml_qos_gateway_requests_total{customer=\"ada\",path=\"/v1/completions\",status=\"200\"} 1.0")
                .contains("pokt_ml_qos_gateway_tokens_total{customer=\"ada\",type=\"output\"} 2.0")
                .contains("pokt_ml_qos_relays_ended_total{outcome=\"answered\"} 1.0")
                .contains("gen_ai_server_request_duration_seconds_count{path=\"/v1/completions\"} 1")
                .contains("pokt_ml_qos_node_reliability{service=\"external\",supplier=\"127.0.0.1:")
                .doesNotContain(Running.KEY);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("The first piece was not passed on.");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
