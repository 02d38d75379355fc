package network.pokt.mlqos.relay.morse;

import java.util.HexFormat;
import java.util.OptionalInt;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A servicer's answer to a relay.
 *
 * @param response the body of the backend's answer
 * @param signature the servicer's signature, in hexadecimal digits
 */
record MorseReply(String response, String signature) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Returns the answer that a body holds, null if it holds none. */
    static @Nullable MorseReply of(Payload body) {
        JsonNode reply = json(body);
        if (reply == null
                || !reply.path("response").isString()
                || !reply.path("signature").isString()) {
            return null;
        }
        return new MorseReply(
                reply.path("response").asString(), reply.path("signature").asString());
    }

    /** Returns whether the servicer has signed this answer for this relay. */
    boolean verify(MorseRelay relay, String servicerKey) {
        try {
            byte[] bytes = HexFormat.of().parseHex(signature);
            return MorseVerifier.verify(servicerKey, relay.responseHash(response), bytes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the number of pocket-core's error in a body, if it is one. */
    static OptionalInt errorCode(Payload body) {
        JsonNode reply = json(body);
        JsonNode code = reply == null ? null : reply.path("error").path("code");
        return code != null && code.canConvertToInt() ? OptionalInt.of(code.asInt()) : OptionalInt.empty();
    }

    /** Returns the JSON that a body is, null if it is none. */
    static @Nullable JsonNode json(Payload body) {
        try {
            return JSON.readTree(body.stream());
        } catch (JacksonException e) {
            return null;
        }
    }
}
