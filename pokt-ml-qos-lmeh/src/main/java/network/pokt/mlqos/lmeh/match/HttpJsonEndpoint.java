package network.pokt.mlqos.lmeh.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A service over HTTP, of whose answers only so much is read as a service of this kind has to say. */
final class HttpJsonEndpoint implements JsonEndpoint {

    /** Embeddings of a hundred candidates in four thousand dimensions have about ten megabytes. */
    private static final int MOST_BYTES = 64 << 20;

    private final HttpClient client;
    private final String base;
    private final @Nullable String apiKey;
    private final Duration timeout;

    HttpJsonEndpoint(HttpClient client, URI base, @Nullable String apiKey, Duration timeout) {
        this.client = client;
        this.base = base.toString().replaceAll("/+$", "");
        this.apiKey = apiKey;
        this.timeout = timeout;
    }

    @Override
    public String post(String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        // The body is read on the client's thread, so that the wait below bounds it too.
        CompletableFuture<String> answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(HttpJsonEndpoint::read);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure(path, "took longer than " + timeout, e);
        } catch (ExecutionException e) {
            throw failure(path, "failed (" + e.getCause() + ")", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(path, "was interrupted", e);
        }
    }

    private static String read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalStateException("more than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MatchException failure(String path, String why, Exception cause) {
        return new MatchException(
                "The matching service at " + base + path + " " + why + "; check that it runs and serves the model.",
                cause);
    }
}
