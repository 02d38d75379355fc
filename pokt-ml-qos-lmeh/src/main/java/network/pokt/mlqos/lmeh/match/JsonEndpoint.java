package network.pokt.mlqos.lmeh.match;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts JSON to a service of one's own and returns the JSON that it answers. Implementations are thread-safe. */
@FunctionalInterface
public interface JsonEndpoint {

    /**
     * Posts a body.
     *
     * @param path the path below the service's address, beginning with a slash
     * @throws MatchException if there is no answer, or none of success
     */
    String post(String path, String body);

    /**
     * Returns the endpoint of a service over HTTP.
     *
     * @param base its address, such as {@code http://127.0.0.1:8000}
     * @param apiKey what it wants as a bearer token, or null; it is in no message
     * @param timeout how long an answer may take
     */
    static JsonEndpoint at(URI base, @Nullable String apiKey, Duration timeout) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        return new HttpJsonEndpoint(client, base, apiKey, timeout);
    }
}
