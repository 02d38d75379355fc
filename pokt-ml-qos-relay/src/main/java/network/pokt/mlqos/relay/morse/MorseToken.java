package network.pokt.mlqos.relay.morse;

import java.util.HexFormat;

/**
 * An application's leave for a client to send relays on its account (AAT): made once by whoever has the application's key, then
 * used without it.
 *
 * @param applicationKey the public key of the application, in hexadecimal digits as all keys and signatures here
 * @param clientKey the public key of the client that may send relays
 * @param signature the application's signature
 */
public record MorseToken(String applicationKey, String clientKey, String signature) {

    private static final String VERSION = "0.0.1";

    /** Returns a token signed by the application for this client. */
    public static MorseToken of(MorseKey application, String clientKey) {
        MorseToken unsigned = new MorseToken(application.publicKey(), clientKey, "");
        String signature = HexFormat.of().formatHex(application.sign(unsigned.hash()));
        return new MorseToken(application.publicKey(), clientKey, signature);
    }

    /** Returns whether the application has signed this token. */
    public boolean verify() {
        try {
            return MorseVerifier.verify(applicationKey, hash(), HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the hash that the application signs and that proofs name. */
    byte[] hash() {
        return json("").sha3();
    }

    GoJson json() {
        return json(signature);
    }

    private GoJson json(String signature) {
        return new GoJson()
                .field("version", VERSION)
                .field("app_pub_key", applicationKey)
                .field("client_pub_key", clientKey)
                .field("signature", signature);
    }
}
