package network.pokt.mlqos.relay.supplier.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that is an error, in OpenAI's form.
 *
 * @param status the HTTP status
 * @param kind what is counted and logged once
 * @param message for the client
 * @param param the field at fault
 * @param retryAfter when to come again
 */
record Refusal(
        int status, Kind kind, String message, @Nullable String param, Optional<Duration> retryAfter) {

    /** Why a request did not get what it asked for. */
    enum Kind {
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        TOO_LARGE,
        MALFORMED,
        MODEL_NOT_FOUND,
        FOREIGN_ADDRESS,
        UNSUPPORTED_BY_BACKEND,
        OVERLOADED,
        BACKEND_REFUSED,
        BACKEND_FAILED,
        BACKEND_UNREACHABLE,
        BACKEND_TIMEOUT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Refusal of(int status, Kind kind, String message) {
        return new Refusal(status, kind, message, null, Optional.empty());
    }

    static Refusal of(int status, Kind kind, String message, String param) {
        return new Refusal(status, kind, message, param, Optional.empty());
    }

    Refusal withRetryAfter(Optional<Duration> when) {
        return new Refusal(status, kind, message, param, when);
    }

    AnswerHead head(byte[] body) {
        return new AnswerHead(status, "application/json", OptionalLong.of(body.length), retryAfter);
    }

    byte[] body() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode error = root.putObject("error").put("message", message);
        error.put("type", status < 500 ? "invalid_request_error" : "server_error");
        error.put("param", param).put("code", kind.code());
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the handling of a request; only control flow, so it has no stack trace. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.message(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    Refused raised() {
        return new Refused(this);
    }
}
