package network.pokt.mlqos.transport;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One opaque HTTP-like request to a node.
 *
 * @param method the HTTP method, upper case
 * @param path the path and query below the node's endpoint, beginning with a slash
 * @param headers the headers to send beyond what the transport adds by itself
 * @param body the bytes to send, possibly none
 * @param timeout how long the relay may take from sending to the last byte; a transport may have a shorter limit of its own
 */
public record RelayRequest(String method, String path, HttpHeaders headers, Payload body, Duration timeout) {

    /** How long a relay may take when nobody says otherwise: long enough for a slow model's long answer. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    public RelayRequest {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path '" + path + "' must begin with '/'.");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A relay's timeout must be positive, got " + timeout + ".");
        }
    }

    /** Returns a POST of a JSON body with the default timeout. */
    public static RelayRequest postJson(String path, Payload body) {
        return builder("POST", path)
                .header("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** Returns a GET with the default timeout. */
    public static RelayRequest get(String path) {
        return builder("GET", path).build();
    }

    public static Builder builder(String method, String path) {
        return new Builder(method, path);
    }

    /** Returns the same request with another timeout. */
    public RelayRequest withTimeout(Duration timeout) {
        return new RelayRequest(method, path, headers, body, timeout);
    }

    /** Returns method, path, header names and body size; header values may be secrets. */
    @Override
    public String toString() {
        return method + " " + path + " " + headers.map().keySet() + " " + body;
    }

    /** Collects the parts of a request. Not thread-safe. */
    public static final class Builder {

        private final String method;
        private final String path;
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private Payload body = Payload.empty();
        private Duration timeout = DEFAULT_TIMEOUT;

        private Builder(String method, String path) {
            this.method = method.toUpperCase(Locale.ROOT);
            this.path = path;
        }

        public Builder header(String name, String value) {
            headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            return this;
        }

        public Builder body(Payload body) {
            this.body = body;
            return this;
        }

        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        public RelayRequest build() {
            return new RelayRequest(method, path, HttpHeaders.of(headers, (name, value) -> true), body, timeout);
        }
    }
}
