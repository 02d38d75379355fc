package network.pokt.mlqos.relay.supplier.backend;

import java.util.Optional;

/** What an endpoint serves, each at one path and by one method. */
public enum Route {
    COMPLETIONS("POST", "/v1/completions"),
    CHAT_COMPLETIONS("POST", "/v1/chat/completions"),
    EMBEDDINGS("POST", "/v1/embeddings"),
    IMAGES("POST", "/v1/images/generations"),
    MODELS("GET", "/v1/models"),
    TOKENIZER("GET", "/pokt/tokenizer"),
    TOKENIZER_HASH("GET", "/pokt/tokenizer-hash"),
    CONFIG("GET", "/pokt/config"),
    CONFIG_HASH("GET", "/pokt/config-hash"),
    /** Whether the endpoint itself is up. */
    HEALTH("GET", "/health"),
    /** Whether the model server behind it is, too. */
    READY("GET", "/ready");

    private final String method;
    private final String path;

    Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** Returns the route at exactly this path, character for character: nothing is decoded and nothing resolved. */
    public static Optional<Route> at(String path) {
        for (Route route : values()) {
            if (route.path.equals(path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a model server answers it, and not the endpoint itself. */
    public boolean isModelCall() {
        return method.equals("POST");
    }
}
