package network.pokt.mlqos.samples.leaderboardsite.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A headless Chromium with one page, driven over the DevTools protocol; it notes everything that the console calls an error. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "google-chrome");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final JsonMapper json = new JsonMapper();
    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final WebSocket socket;
    private final String session;
    private int calling;

    private Browser(Process process, Path profile, URI address) throws Exception {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String target = call("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        this.session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Returns the browser of this machine, if it has one. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws Exception {
        Path profile = Files.createTempDirectory("leaderboard-browser");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line; (line = out.readLine()) != null; ) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                return new Browser(
                        process, profile, URI.create(line.substring(at).strip()));
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** Returns what the console called an error so far. */
    List<String> errors() {
        return errors;
    }

    void size(int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void scripts(boolean on) throws Exception {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    void open(String address) throws Exception {
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", address));
        loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Evaluates an expression, and waits for it if it is a promise. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Clicks with the mouse into the middle of the first element of a selector. */
    void click(String selector) throws Exception {
        JsonNode at = evaluate("(() => { const e = document.querySelector(" + json.writeValueAsString(selector)
                + "); e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.path(0).asDouble(),
                            "y",
                            at.path(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Clicks on a link and waits for the page behind it. */
    void follow(String selector) throws Exception {
        loaded = new CompletableFuture<>();
        click(selector);
        loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text));
    }

    /** Presses a key that has no letter. */
    void press(String key, int code) throws Exception {
        String text = key.equals("Enter") ? "\r" : "";
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        }
    }

    void screenshot(Path file) throws Exception {
        String data = call("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asString();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        return call(session, method, parameters);
    }

    private JsonNode call(String session, String method, Map<String, ?> parameters) throws Exception {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        ObjectNode message;
        synchronized (this) {
            calls.put(++calling, answer);
            message = json.createObjectNode().put("id", calling).put("method", method);
        }
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", json.valueToTree(parameters));
        socket.sendText(json.writeValueAsString(message), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> call = calls.remove(message.path("id").asInt());
            if (message.has("error")) {
                call.completeExceptionally(new IOException(message.path("error").toString()));
            } else {
                call.complete(message.path("result"));
            }
            return;
        }
        JsonNode event = message.path("params");
        switch (message.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown" -> errors.add(event.toString());
            case "Runtime.consoleAPICalled" -> note(event.path("type").asString(""), event);
            case "Log.entryAdded" -> note(event.path("entry").path("level").asString(""), event);
            default -> {}
        }
    }

    private void note(String level, JsonNode event) {
        if (level.equals("error") || level.equals("warning")) {
            errors.add(event.toString());
        }
    }

    /** What was started may be a script around the browser, so both are ended, each by itself. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> started = process.descendants().toList();
        try {
            call("", "Browser.close", Map.of());
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            for (ProcessHandle child : started) {
                child.destroyForcibly();
                child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IOException("the browser does not end", e);
        } finally {
            socket.abort();
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = json.readTree(text.toString());
                text.setLength(0);
                take(message);
            }
            socket.request(1);
            return null;
        }
    }
}
