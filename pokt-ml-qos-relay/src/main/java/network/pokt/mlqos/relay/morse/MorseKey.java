package network.pokt.mlqos.relay.morse;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * The ed25519 key of a Morse application or client, with the JDK's arithmetic. Thread-safe; prints its public half only.
 *
 * <p>Destroying it lets go of the key, but the JDK cannot overwrite its own copy, which stays in memory until it is collected.
 */
public final class MorseKey implements Destroyable, AutoCloseable {

    private static final int SEED_BYTES = 32;
    private static final int KEY_BYTES = 64;

    private final String publicKey;
    private volatile @Nullable PrivateKey key;

    private MorseKey(PrivateKey key, String publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * Returns the key with these bytes; the array is copied and stays the caller's to erase.
     *
     * @param seedAndPublicKey 64 bytes as Morse keeps them: the seed, then the public key that belongs to it
     * @throws IllegalArgumentException if the halves do not belong together
     */
    public static MorseKey of(byte[] seedAndPublicKey) {
        if (seedAndPublicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("A Morse key has " + KEY_BYTES
                    + " bytes, the seed and the public key, got " + seedAndPublicKey.length + ".");
        }
        byte[] seed = Arrays.copyOf(seedAndPublicKey, SEED_BYTES);
        String publicKey = HexFormat.of().formatHex(seedAndPublicKey, SEED_BYTES, KEY_BYTES);
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            MorseKey made = new MorseKey(key, publicKey);
            byte[] probe = new byte[SEED_BYTES];
            if (!MorseVerifier.verify(publicKey, probe, made.sign(probe))) {
                throw new IllegalArgumentException(
                        "The halves of the Morse key do not belong together, check its source.");
            }
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519, this one has not.", e);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Returns the public key in 64 hexadecimal digits. */
    public String publicKey() {
        return publicKey;
    }

    /**
     * Returns the signature of {@code message}, 64 bytes.
     *
     * @throws IllegalStateException if the key is destroyed
     */
    public byte[] sign(byte[] message) {
        PrivateKey present = key;
        if (present == null) {
            throw new IllegalStateException("The Morse key " + publicKey + " is destroyed and signs no more.");
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(present);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform from 15 on signs with Ed25519, this one has not.", e);
        }
    }

    @Override
    public void destroy() {
        key = null;
    }

    @Override
    public boolean isDestroyed() {
        return key == null;
    }

    /** Same as {@link #destroy()}. */
    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "private key of " + publicKey;
    }
}
