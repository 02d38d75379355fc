package network.pokt.mlqos.relay.supplier.adapter;

import java.net.URI;
import java.util.Optional;
import network.pokt.mlqos.relay.supplier.adapter.Refusal.Kind;
import network.pokt.mlqos.relay.supplier.backend.ToldErrorException;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client hears of a model server's errors: the server's own status, and for the client's own mistakes its message,
 * without addresses, names and secrets of the supplier.
 */
final class BackendErrors {

    private static final int LONGEST_MESSAGE = 500;

    private final ServedModel model;
    private final URI address;
    private final Optional<String> secret;

    BackendErrors(ServedModel model, URI address, Optional<String> secret) {
        this.model = model;
        this.address = address;
        this.secret = secret;
    }

    /** Returns the error for an answer whose status is no 200. */
    Refusal of(RelayResponse response) {
        int status = response.status();
        if (status < 400 || status > 599) {
            return Refusal.of(
                    502, Kind.BACKEND_FAILED, "The model server answered with the unexpected status " + status + ".");
        }
        boolean clients = status < 500 && status != 401 && status != 403;
        String message = clients ? message(response) : "The model server answered with status " + status + ".";
        return Refusal.of(status, status < 500 ? Kind.BACKEND_REFUSED : Kind.BACKEND_FAILED, message)
                .withRetryAfter(RetryAfter.of(response));
    }

    /** Returns the error for a relay that has no answer. */
    Refusal of(RelayFailure failure) {
        return switch (failure.cause()) {
            case FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT ->
                Refusal.of(504, Kind.BACKEND_TIMEOUT, "The model server took too long.");
            case UNREACHABLE, CONNECT_TIMEOUT, CONNECTION_LOST, CANCELLED ->
                Refusal.of(503, Kind.BACKEND_UNREACHABLE, "The model server is not reachable.");
            default -> Refusal.of(502, Kind.BACKEND_FAILED, "The model server's answer is unusable.");
        };
    }

    /** Returns the error for an answer of status 200 that carries an error, as some servers do. */
    Refusal inOk(JsonNode error) {
        int code = error.path("code").asInt(0);
        int status = code >= 400 && code <= 599 ? code : 502;
        String message = status < 500 ? text(error) : "The model server reports an error.";
        return Refusal.of(status, Kind.BACKEND_FAILED, message);
    }

    /** Returns the error that an answer of status 200 tells of in its stream. */
    Refusal of(ToldErrorException told) {
        boolean clients = told.status() < 500;
        return Refusal.of(
                told.status(),
                clients ? Kind.BACKEND_REFUSED : Kind.BACKEND_FAILED,
                clients ? clean(String.valueOf(told.getMessage())) : "The model server reports an error.");
    }

    private String message(RelayResponse response) {
        try {
            JsonNode root = JsonMapper.shared().readTree(response.body().stream());
            return text(root.hasNonNull("error") ? root.path("error") : root);
        } catch (JacksonException e) {
            return "The model server answered with status " + response.status() + ".";
        }
    }

    /** Finds the message where OpenAI, TGI, TorchServe and FastAPI put theirs. */
    private String text(JsonNode error) {
        for (JsonNode place : new JsonNode[] {error, error.path("message"), error.path("detail")}) {
            if (place.isString()) {
                return clean(place.asString());
            }
        }
        return "The model server refused the request.";
    }

    private String clean(String message) {
        String text = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        text = text.replace(address.getAuthority(), "the model server")
                .replace(model.backendName(), model.publicName());
        for (String hidden : secret.stream().toList()) {
            text = text.replace(hidden, "***");
        }
        return text;
    }
}
