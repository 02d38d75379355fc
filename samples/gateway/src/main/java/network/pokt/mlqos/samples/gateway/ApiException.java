package network.pokt.mlqos.samples.gateway;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import network.pokt.mlqos.transport.RelayFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client is told instead of an answer, in the words and shape of OpenAI's interface. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final String type;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    private ApiException(int status, String type, String code, String message, Optional<Duration> retryAfter) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The client has to change its request. */
    static ApiException invalid(int status, String code, String message) {
        return new ApiException(status, INVALID, code, message, Optional.empty());
    }

    static ApiException unauthorized() {
        return invalid(
                401,
                "invalid_api_key",
                "The API key is missing or not known here, send it as 'Authorization: Bearer KEY'.");
    }

    static ApiException noSuchModel(String model) {
        return invalid(
                404,
                "model_not_found",
                "No node serves the model '" + model + "' now, GET /v1/models lists those that are served.");
    }

    static ApiException tooFast(Duration retryAfter) {
        return new ApiException(
                429,
                "requests",
                "rate_limit_exceeded",
                "This key sends too many requests, come back in a second.",
                Optional.of(retryAfter));
    }

    /** Trying again helps only after midnight, so no Retry-After invites to it. */
    static ApiException outOfBudget() {
        return new ApiException(
                429,
                "insufficient_quota",
                "insufficient_quota",
                "What this request may cost at most is more than is left of the key's budget of today; lower max_tokens"
                        + " or come back tomorrow (UTC).",
                Optional.empty());
    }

    /** No node gave an answer: says whether the client, the nodes or nobody is to blame, and names no node. */
    static ApiException of(RelayFailure failure, int attempts) {
        String code = failure.cause().name().toLowerCase(Locale.ROOT);
        return switch (failure.cause()) {
            case BAD_REQUEST, NOT_FOUND -> invalid(failure.status().orElse(400), code, failure.detail());
            case RATE_LIMITED,
                    OVERLOADED,
                    OVER_SERVICED,
                    SESSION_REFUSED,
                    THROTTLED,
                    OUT_OF_SESSION,
                    CHAIN_UNAVAILABLE ->
                server(503, code, "No node can take this request now", attempts, failure.retryAfter());
            case FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT, CONNECT_TIMEOUT, DEADLINE ->
                server(504, code, "No node answered in time", attempts, Optional.empty());
            case INTERNAL, CANCELLED -> server(500, code, "The gateway failed", attempts, Optional.empty());
            default -> server(502, code, "No node gave a usable answer", attempts, Optional.empty());
        };
    }

    private static ApiException server(
            int status, String code, String what, int attempts, Optional<Duration> retryAfter) {
        String message = what + " (" + code + (attempts > 1 ? ", after " + attempts + " attempts" : "") + ").";
        return new ApiException(status, "server_error", code, message, retryAfter);
    }

    /** A defect of the gateway. */
    static ApiException internal() {
        return new ApiException(
                500, "server_error", "internal", "The gateway failed; its log says why.", Optional.empty());
    }

    int status() {
        return status;
    }

    /** Returns whether OpenAI's clients should try again by themselves: where nodes failed, several were asked already. */
    boolean worthRetrying() {
        return status == 503 || "rate_limit_exceeded".equals(code);
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Returns the body, which is also the last event of a stream that broke off. */
    String json() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode root = json.createObjectNode();
        root.putObject("error")
                .put("message", getMessage())
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return json.writeValueAsString(root);
    }
}
