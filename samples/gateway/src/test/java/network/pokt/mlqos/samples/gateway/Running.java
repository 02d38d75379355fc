package network.pokt.mlqos.samples.gateway;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.pokt.mlqos.time.TimeSource;

/** A gateway on free ports, with keys of its own, and clients for it. */
record Running(Nodes nodes, Gateway gateway) implements AutoCloseable {

    static final String KEY = "the-key-of-ada";
    static final String HASTY = "the-key-of-ben";
    static final String POOR = "the-key-of-cem";

    static Running over(Nodes nodes) throws IOException {
        GatewayServer.boundTheServer();
        Path keys = Files.createTempFile("keys", ".txt");
        try {
            Files.write(
                    keys,
                    List.of(
                            "# name digest requests/s USD/day",
                            line("ada", KEY, "1000", "1"),
                            line("ben", HASTY, "1", "1"),
                            line("cem", POOR, "1000", "0.0001")));
            Options options = Options.parse("--port", "0", "--admin-port", "0");
            return new Running(nodes, Gateway.start(options, nodes, Customers.read(keys, TimeSource.system())));
        } finally {
            Files.delete(keys);
        }
    }

    private static String line(String name, String key, String rate, String usd) {
        return name + " " + Customers.digest(key) + " " + rate + " " + new BigDecimal(usd).toPlainString();
    }

    String uri() {
        return "http://127.0.0.1:" + gateway.port() + "/v1";
    }

    OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(uri())
                .apiKey(key)
                .maxRetries(0)
                .build();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri() + path))
                .header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    String admin(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(gateway.admin().resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        gateway.close();
        nodes.close();
    }
}
