package network.pokt.mlqos.samples.localnetwork;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAI-compatible server without a model: it answers a prompt with the prompt, streamed word by word if asked to. */
final class EchoServer implements AutoCloseable {

    static final String MODEL = "echo";

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "echo");
        thread.setDaemon(true);
        return thread;
    });
    private final JsonMapper json = new JsonMapper();

    private EchoServer(HttpServer server) {
        this.server = server;
    }

    static EchoServer start() throws IOException {
        EchoServer echo = new EchoServer(HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0));
        echo.server.setExecutor(echo.threads);
        echo.server.createContext("/", echo::answer);
        echo.server.start();
        return echo;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestURI().getPath()) {
                case "/v1/models" -> send(exchange, 200, models());
                case "/v1/chat/completions" -> complete(exchange, json.readTree(body), true);
                case "/v1/completions" -> complete(exchange, json.readTree(body), false);
                default -> send(exchange, NOT_FOUND, error("nothing is served at this path"));
            }
        } catch (JacksonException e) {
            send(exchange, BAD_REQUEST, error("the body is no JSON"));
        }
    }

    private void complete(HttpExchange exchange, JsonNode request, boolean chat) throws IOException {
        String prompt = chat
                ? request.path("messages")
                        .path(request.path("messages").size() - 1)
                        .path("content")
                        .asString("")
                : request.path("prompt").asString("");
        if (!request.path("stream").asBoolean(false)) {
            send(exchange, 200, completion(prompt, chat, false, prompt));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (String word : prompt.split("(?<= )", -1)) {
            event(out, json.writeValueAsString(completion(word, chat, true, prompt)));
        }
        event(out, "[DONE]");
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static ObjectNode completion(String text, boolean chat, boolean part, String prompt) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("id", "echo-1").put("model", MODEL).put("created", 0);
        root.put("object", chat ? (part ? "chat.completion.chunk" : "chat.completion") : "text_completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        if (chat) {
            choice.putObject(part ? "delta" : "message")
                    .put("role", "assistant")
                    .put("content", text);
        } else {
            choice.put("text", text);
        }
        int words = prompt.split(" ", -1).length;
        root.putObject("usage")
                .put("prompt_tokens", words)
                .put("completion_tokens", words)
                .put("total_tokens", 2 * words);
        return root;
    }

    private static ObjectNode models() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        root.putArray("data").addObject().put("id", MODEL).put("object", "model");
        return root;
    }

    private static ObjectNode error(String message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("error").put("message", message);
        return root;
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
