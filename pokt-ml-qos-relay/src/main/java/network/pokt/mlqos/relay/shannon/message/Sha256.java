package network.pokt.mlqos.relay.shannon.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import network.pokt.mlqos.transport.Payload;

/** SHA-256 of a payload, without copying it. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(Payload bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.buffer());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }
}
