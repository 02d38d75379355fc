package network.pokt.mlqos.samples.quickstart.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a simulated node as anybody could: with the JDK's HTTP client and JSON. */
final class Client {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    Client(SimulatedNode node) {
        this.endpoint = node.endpoint();
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** Returns a greedy completion request that ends where the next question would begin. */
    static ObjectNode completion(String prompt) {
        return body().put("prompt", prompt).put("max_tokens", 200).put("stop", "\n\nQuestion:");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    JsonNode complete(ObjectNode body) throws IOException, InterruptedException {
        return JSON.readTree(post("/v1/completions", body.toString()).body());
    }

    JsonNode chat(ObjectNode body) throws IOException, InterruptedException {
        return JSON.readTree(post("/v1/chat/completions", body.toString()).body());
    }

    /** Returns the events of a stream, without its closing one, which has to be there. */
    List<JsonNode> stream(String path, ObjectNode body) throws IOException, InterruptedException {
        String events = post(path, body.put("stream", true).toString()).body();
        List<String> data = Stream.of(events.split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .toList();
        if (!events.endsWith("data: [DONE]\n\n")) {
            throw new IOException("The stream has no end: " + events);
        }
        return data.stream().limit(data.size() - 1).map(JSON::readTree).toList();
    }

    /** Sends completion requests, {@code concurrency} at a time, and reads the outcomes in the order of the bodies. */
    <T> List<T> completeAll(
            List<ObjectNode> bodies, int concurrency, Function<CompletableFuture<HttpResponse<String>>, T> read)
            throws InterruptedException {
        Semaphore permits = new Semaphore(concurrency);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (ObjectNode body : bodies) {
            permits.acquire();
            answers.add(http.sendAsync(
                            request("/v1/completions")
                                    .POST(BodyPublishers.ofString(body.toString()))
                                    .build(),
                            BodyHandlers.ofString())
                    .whenComplete((answer, failure) -> permits.release()));
        }
        return answers.stream().map(read).toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path)).header("Content-Type", "application/json");
    }
}
