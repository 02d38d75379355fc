package network.pokt.mlqos.relay.morse;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.relay.internal.CarriedRequest;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;

/**
 * One relay as Morse writes it: the payload, the block height of the session and the client's proof of having asked for it.
 *
 * @param body the JSON text to post
 * @param proofHash the hash that the client signed and that the answer's signature covers too, in hexadecimal digits
 */
record MorseRelay(Payload body, String proofHash) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * Returns the relay of a request.
     *
     * @param entropy what makes the proof the only one of its kind, 0 or more
     * @throws IllegalArgumentException if the body of the request is no text, which is all that Morse can carry, or path or
     *     headers are none of HTTP
     */
    static MorseRelay of(
            RelayRequest request,
            MorseSession session,
            MorseSession.Servicer servicer,
            MorseToken token,
            MorseKey client,
            long entropy) {
        GoJson payload = payload(request);
        GoJson meta = new GoJson().field("block_height", session.blockHeight());
        GoJson hashed = new GoJson().field("payload", payload).field("meta", meta);
        String requestHash = HEX.formatHex(hashed.sha3());
        byte[] proofHash = new GoJson()
                .field("entropy", entropy)
                .field("session_block_height", session.blockHeight())
                .field("servicer_pub_key", servicer.publicKey())
                .field("blockchain", session.chain())
                .field("signature", "")
                .field("token", HEX.formatHex(token.hash()))
                .field("request_hash", requestHash)
                .sha3();
        GoJson proof = new GoJson()
                .field("request_hash", requestHash)
                .field("entropy", entropy)
                .field("session_block_height", session.blockHeight())
                .field("servicer_pub_key", servicer.publicKey())
                .field("blockchain", session.chain())
                .field("aat", token.json())
                .field("signature", HEX.formatHex(client.sign(proofHash)));
        GoJson relay =
                new GoJson().field("payload", payload).field("meta", meta).field("proof", proof);
        return new MorseRelay(Payload.of(relay.toString()), HEX.formatHex(proofHash));
    }

    private static GoJson payload(RelayRequest request) {
        CarriedRequest.check(request);
        String data = request.body().utf8();
        if (!Payload.of(data).equals(request.body())) {
            throw new IllegalArgumentException("The body is no UTF-8, which is all that Morse can carry.");
        }
        Map<String, String> headers = new TreeMap<>();
        request.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new GoJson()
                .field("data", data)
                .field("method", request.method())
                .field("path", request.path())
                .field("headers", headers);
    }

    /** Returns the hash that the servicer signs for its answer to this relay. */
    byte[] responseHash(String response) {
        return responseHash(response, proofHash);
    }

    static byte[] responseHash(String response, String proofHash) {
        return new GoJson()
                .field("signature", "")
                .field("payload", response)
                .field("Proof", proofHash)
                .sha3();
    }
}
