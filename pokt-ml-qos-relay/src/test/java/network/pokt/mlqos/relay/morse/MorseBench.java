package network.pokt.mlqos.relay.morse;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.HexFormat;
import java.util.List;

/** Keys, a token and a session that several tests share. */
final class MorseBench {

    static final String CHAIN = "0021";
    static final long HEIGHT = 4201;
    static final MorseKey APPLICATION = key("application");
    static final MorseKey CLIENT = key("client");
    static final MorseKey SERVICER = key("servicer");
    static final String ADDRESS = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";
    static final MorseToken TOKEN = MorseToken.of(APPLICATION, CLIENT.publicKey());

    private MorseBench() {}

    /** Returns the key whose seed is the hash of a name. */
    static MorseKey key(String name) {
        try {
            byte[] seed = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SecureRandom() {
                private static final long serialVersionUID = 1;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            var pair = generator.generateKeyPair();
            byte[] both = new byte[64];
            byte[] encoded = pair.getPublic().getEncoded();
            System.arraycopy(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), 0, both, 0, 32);
            System.arraycopy(encoded, encoded.length - 32, both, 32, 32);
            return MorseKey.of(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static MorseSession session(String url) {
        return new MorseSession(CHAIN, HEIGHT, List.of(new MorseSession.Servicer(ADDRESS, SERVICER.publicKey(), url)));
    }

    /** Returns what the servicer sends as an answer to the relay with this proof. */
    static String reply(String response, String proofHash) {
        byte[] signature = SERVICER.sign(MorseRelay.responseHash(response, proofHash));
        return new GoJson()
                .field("signature", HexFormat.of().formatHex(signature))
                .field("response", response)
                .toString();
    }
}
