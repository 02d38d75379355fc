package network.pokt.mlqos.relay.morse;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Verifies ed25519 signatures of keys in hexadecimal digits. */
final class MorseVerifier {

    private static final HexFormat HEX = HexFormat.of();

    /** What stands before the 32 bytes of a key in X.509 (RFC 8410, section 4). */
    private static final String X509_HEAD = "302a300506032b6570032100";

    private static final int KEY_DIGITS = 64;

    private MorseVerifier() {}

    /** Returns whether the signature is the key's; false too for what is no key or no signature. */
    static boolean verify(String publicKey, byte[] message, byte[] signature) {
        if (publicKey.length() != KEY_DIGITS) {
            return false;
        }
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HEX.parseHex(X509_HEAD + publicKey)));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
