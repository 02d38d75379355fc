package network.pokt.mlqos.relay.morse;

import java.util.HexFormat;
import java.util.OptionalInt;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a servicer or dispatcher answered. */
final class MorseReply {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MorseReply() {}

    /** Returns the JSON that a body is, null if it is none. */
    static @Nullable JsonNode json(Payload body) {
        try {
            return JSON.readTree(body.stream());
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Returns the number of pocket-core's error in a body, if it is one. */
    static OptionalInt errorCode(Payload body) {
        JsonNode reply = json(body);
        JsonNode code = reply == null ? null : reply.path("error").path("code");
        return code != null && code.canConvertToInt() ? OptionalInt.of(code.asInt()) : OptionalInt.empty();
    }

    /** Returns the answer in a body, null if it is none or the servicer has not signed it for this relay. */
    static @Nullable String answer(Payload body, MorseRelay relay, String servicerKey) {
        JsonNode reply = json(body);
        if (reply == null
                || !reply.path("response").isString()
                || !reply.path("signature").isString()) {
            return null;
        }
        String response = reply.path("response").asString();
        try {
            byte[] signature = HexFormat.of().parseHex(reply.path("signature").asString());
            return MorseVerifier.verify(servicerKey, relay.responseHash(response), signature) ? response : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
