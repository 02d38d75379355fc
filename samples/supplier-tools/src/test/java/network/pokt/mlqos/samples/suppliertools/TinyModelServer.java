package network.pokt.mlqos.samples.suppliertools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A simulated model server in vLLM's form: it counts on in words, knows numbers by heart, and cuts texts at blanks. */
final class TinyModelServer implements AutoCloseable {

    static final String NAME = "/models/tiny";
    static final int CONTEXT = 64;

    private static final Pattern NUMBER = Pattern.compile("(\\d+)/\\d+$");
    private static final List<String> WORDS =
            List.of(" five", " six", " seven", " eight", " nine", " ten", " eleven", " twelve");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    TinyModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/health")) {
                send(exchange, 200, "");
                return;
            }
            JsonNode request;
            try {
                request = JsonMapper.shared().readTree(body);
            } catch (JacksonException e) {
                send(exchange, 400, "{\"error\":{\"message\":\"no JSON\",\"code\":400}}");
                return;
            }
            boolean chat = path.equals("/v1/chat/completions");
            String prompt = chat
                    ? request.path("messages").path(0).path("content").asString("")
                    : request.path("prompt").asString("");
            if (!request.path("model").asString("").equals(NAME)) {
                send(exchange, 404, "{\"error\":{\"message\":\"no such model\",\"code\":404}}");
            } else if (tokens(prompt).size() > CONTEXT) {
                send(exchange, 400, "{\"error\":{\"message\":\"longer than the context\",\"code\":400}}");
            } else {
                answer(exchange, request, prompt, chat);
            }
        }
    }

    private static List<String> written(JsonNode request, String prompt) {
        Matcher number = NUMBER.matcher(prompt);
        List<String> all = number.find() ? List.of(number.group(1)) : WORDS;
        List<String> tokens = new ArrayList<>();
        for (String token :
                all.subList(0, Math.min(all.size(), request.path("max_tokens").asInt(16)))) {
            for (JsonNode stop : request.path("stop")) {
                if (token.contains(stop.asString())) {
                    return tokens;
                }
            }
            tokens.add(token);
        }
        return tokens;
    }

    private static List<String> tokens(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?= )"));
    }

    private static void answer(HttpExchange exchange, JsonNode request, String prompt, boolean chat)
            throws IOException {
        List<String> tokens = written(request, prompt);
        ObjectNode usage = JsonMapper.shared().createObjectNode();
        usage.put("prompt_tokens", tokens(prompt).size()).put("completion_tokens", tokens.size());
        if (request.path("stream").asBoolean(false)) {
            stream(exchange, tokens, usage, chat);
            return;
        }
        boolean echo = request.path("echo").asBoolean(false);
        List<String> shown = new ArrayList<>(echo ? tokens(prompt) : List.of());
        shown.addAll(tokens);
        ObjectNode root = root();
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        if (chat) {
            choice.putObject("message").put("role", "assistant").put("content", String.join("", shown));
        } else {
            choice.put("text", String.join("", shown));
            if (request.hasNonNull("logprobs")) {
                choice.set("logprobs", logprobs(shown, echo));
            }
        }
        root.set("usage", usage);
        send(exchange, 200, root.toString());
    }

    private static ObjectNode logprobs(List<String> shown, boolean echo) {
        ObjectNode logprobs = JsonMapper.shared().createObjectNode();
        ArrayNode tokens = logprobs.putArray("tokens");
        ArrayNode values = logprobs.putArray("token_logprobs");
        ArrayNode tops = logprobs.putArray("top_logprobs");
        ArrayNode offsets = logprobs.putArray("text_offset");
        int offset = 0;
        for (String token : shown) {
            boolean first = echo && offset == 0;
            tokens.add(token);
            offsets.add(offset);
            if (first) {
                values.addNull();
                tops.addNull();
            } else {
                values.add(-0.5);
                tops.addObject().put(token, -0.5);
            }
            offset += token.length();
        }
        return logprobs;
    }

    private static void stream(HttpExchange exchange, List<String> tokens, ObjectNode usage, boolean chat)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < tokens.size(); i++) {
            ObjectNode event = root();
            ObjectNode choice = event.putArray("choices").addObject().put("index", 0);
            choice.put("finish_reason", i == tokens.size() - 1 ? "stop" : null);
            if (chat) {
                choice.putObject("delta").put("content", tokens.get(i));
            } else {
                choice.put("text", tokens.get(i));
            }
            event(out, event.toString());
        }
        ObjectNode last = root();
        last.putArray("choices");
        last.set("usage", usage);
        event(out, last.toString());
        event(out, "[DONE]");
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static ObjectNode root() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", "tiny-1")
                .put("created", 0)
                .put("model", NAME);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
