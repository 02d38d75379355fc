package network.pokt.mlqos.relay.shannon;

import java.util.Locale;
import network.pokt.mlqos.relay.shannon.message.RelayMinerError;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What relay miners say when they refuse: the classic one in an unsigned relay response with status 200 (poktroll ab401edc,
 * {@code pkg/relayer/proxy/errors.go}, {@code relay_authenticator}, {@code pkg/crypto/rings/errors.go}), the newer one as plain
 * HTTP (pocket-relay-miner ad37bcb, {@code relayer/proxy.go}).
 *
 * <p>Details name codes and statuses and never repeat a text: nobody signs it, and it may echo a secret.
 */
final class MinerErrors {

    private static final String PROXY = "relayer_proxy";
    private static final String AUTHENTICATOR = "relay_authenticator";
    private static final String RINGS = "rings";

    /** An error of the newer miner is one sentence; what is longer is not looked at. */
    private static final int MAX_ERROR_BYTES = 16 * 1024;

    private final JsonMapper json = new JsonMapper();

    /** Returns what the classic miner means. */
    RejectedException of(RelayMinerError error) {
        Rejection rejection = switch (error.codespace()) {
            case PROXY -> ofProxy(error.code());
            case AUTHENTICATOR -> ofAuthenticator(error.code());
            case RINGS -> ofRings(error.code());
            default -> Rejection.UNKNOWN_ERROR;
        };
        String codespace = rejection == Rejection.UNKNOWN_ERROR ? "an unknown codespace" : error.codespace();
        return new RejectedException(
                rejection,
                "The relay miner refused with error " + Integer.toUnsignedString(error.code()) + " of " + codespace
                        + " (" + rejection + ").");
    }

    private static Rejection ofProxy(int code) {
        return switch (code) {
            case 1, 6 -> Rejection.SESSION_INVALID;
            case 2, 3 -> Rejection.SERVICE_NOT_SERVED;
            case 4, 5, 8, 9, 12 -> Rejection.MINER_BROKEN;
            case 7 -> Rejection.OVER_SERVICED;
            case 10 -> Rejection.BACKEND_TIMEOUT;
            case 11, 13, 14 -> Rejection.REQUEST_INVALID;
            default -> Rejection.UNKNOWN_ERROR;
        };
    }

    private static Rejection ofAuthenticator(int code) {
        return switch (code) {
            case 1, 2 -> Rejection.SESSION_INVALID;
            case 3, 5 -> Rejection.MINER_BROKEN;
            case 4, 6 -> Rejection.REQUEST_INVALID;
            default -> Rejection.UNKNOWN_ERROR;
        };
    }

    private static Rejection ofRings(int code) {
        return switch (code) {
            case 2 -> Rejection.REQUEST_INVALID;
            case 3 -> Rejection.RING_REFUSED;
            default -> Rejection.UNKNOWN_ERROR;
        };
    }

    /** Returns what a reply of the newer miner means that has another status than 200. */
    RejectedException of(RelayResponse reply) {
        String text = errorText(reply.body());
        Rejection rejection = switch (reply.status()) {
            case 400, 401, 403 -> ofText(text);
            case 404 -> Rejection.SERVICE_NOT_SERVED;
            case 413 -> Rejection.REQUEST_INVALID;
            case 429 -> Rejection.OVER_SERVICED;
            case 503 -> RetryAfter.of(reply).isPresent() ? Rejection.MINER_BUSY : Rejection.MINER_BROKEN;
            case 504 -> Rejection.BACKEND_TIMEOUT;
            default -> ofClass(reply.status() / 100);
        };
        return new RejectedException(
                rejection, "The relay miner refused with status " + reply.status() + " (" + rejection + ").", reply);
    }

    private static Rejection ofClass(int statusClass) {
        return switch (statusClass) {
            case 3 -> Rejection.REDIRECTED;
            case 5 -> Rejection.MINER_BROKEN;
            default -> Rejection.NOT_A_RESPONSE;
        };
    }

    /** One status stands for several faults of a request; only the words tell them apart. */
    private static Rejection ofText(String text) {
        if (text.contains("signature") || text.contains("ring")) {
            return Rejection.RING_REFUSED;
        }
        return text.contains("session") || text.contains("height")
                ? Rejection.SESSION_INVALID
                : Rejection.REQUEST_INVALID;
    }

    private String errorText(Payload body) {
        if (body.size() > MAX_ERROR_BYTES) {
            return "";
        }
        try {
            return json.readTree(body.stream()).path("error").asString("").toLowerCase(Locale.ROOT);
        } catch (JacksonException e) {
            return "";
        }
    }
}
