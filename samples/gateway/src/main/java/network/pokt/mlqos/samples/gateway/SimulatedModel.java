package network.pokt.mlqos.samples.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model server without a model: it says that it is simulated, word by word, at a stated speed, and fails when told to. */
final class SimulatedModel implements AutoCloseable {

    /**
     * How one behaves.
     *
     * @param name what it calls itself
     * @param firstToken how long it thinks
     * @param perToken how long each word takes
     * @param failsEach which of its requests fail, such as each third; 0 for none
     */
    record Manner(String name, Duration firstToken, Duration perToken, int failsEach) {}

    private final Manner manner;
    private final HttpServer server;
    private final AtomicLong requests = new AtomicLong();
    private final JsonMapper json = JsonMapper.shared();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulated-model");
        thread.setDaemon(true);
        return thread;
    });

    private SimulatedModel(Manner manner, HttpServer server) {
        this.manner = manner;
        this.server = server;
    }

    static SimulatedModel start(Manner manner) throws IOException {
        SimulatedModel model = new SimulatedModel(
                manner, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        model.server.setExecutor(model.threads);
        model.server.createContext("/v1/chat/completions", exchange -> model.answer(exchange, true));
        model.server.createContext("/v1/completions", exchange -> model.answer(exchange, false));
        model.server.start();
        return model;
    }

    Manner manner() {
        return manner;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange, boolean chat) throws IOException {
        try (exchange) {
            JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
            Thread.sleep(manner.firstToken().toMillis());
            if (manner.failsEach() > 0 && requests.incrementAndGet() % manner.failsEach() == 0) {
                send(exchange, 500, json.createObjectNode().put("error", "simulated failure"));
                return;
            }
            String[] words = words(request, chat);
            if (request.path("stream").asBoolean(false)) {
                stream(exchange, request, words, chat);
            } else {
                Thread.sleep(manner.perToken().multipliedBy(words.length).toMillis());
                ObjectNode whole = answer(request, chat ? "chat.completion" : "text_completion");
                choice(whole, chat ? "message" : "", String.join("", words), end(words));
                usage(whole, request, words.length);
                send(exchange, 200, whole);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange, JsonNode request, String[] words, boolean chat)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        String object = chat ? "chat.completion.chunk" : "text_completion";
        for (int i = 0; i < words.length; i++) {
            ObjectNode piece = answer(request, object);
            choice(piece, chat ? "delta" : "", words[i], i == words.length - 1 ? end(words) : null);
            event(exchange, json.writeValueAsString(piece));
            Thread.sleep(manner.perToken().toMillis());
        }
        if (request.path("stream_options").path("include_usage").asBoolean(false)) {
            ObjectNode last = answer(request, object);
            last.putArray("choices");
            usage(last, request, words.length);
            event(exchange, json.writeValueAsString(last));
        }
        event(exchange, "[DONE]");
    }

    private static void event(HttpExchange exchange, String data) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String[] words(JsonNode request, boolean chat) {
        JsonNode messages = request.path("messages");
        JsonNode asked = chat ? messages.path(messages.size() - 1).path("content") : request.path("prompt");
        String text = "This is " + manner.name() + ", simulated: no model stands behind me. You wrote: "
                + (asked.isString() ? asked.stringValue() : asked.toString());
        String[] all = text.split("(?<= )", -1);
        int most = request.path("max_completion_tokens")
                .asInt(request.path("max_tokens").asInt(all.length));
        return Arrays.copyOf(all, Math.max(1, Math.min(all.length, most)));
    }

    /** A word that blanks follow was not the last. */
    private static String end(String... words) {
        return words[words.length - 1].endsWith(" ") ? "length" : "stop";
    }

    private ObjectNode answer(JsonNode request, String object) {
        return json.createObjectNode()
                .put("id", "simulated-" + requests.get())
                .put("object", object)
                .put("created", 0)
                .put("model", request.path("model").asString(""));
    }

    private static void choice(ObjectNode answer, String field, String text, @Nullable String finish) {
        ObjectNode choice =
                answer.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        if (field.isEmpty()) {
            choice.put("text", text).putNull("logprobs");
        } else {
            choice.putObject(field).put("role", "assistant").put("content", text);
        }
    }

    private static void usage(ObjectNode answer, JsonNode request, int written) {
        int read = Math.max(1, request.toString().length() / 4);
        answer.putObject("usage")
                .put("prompt_tokens", read)
                .put("completion_tokens", written)
                .put("total_tokens", read + written);
    }

    private void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
