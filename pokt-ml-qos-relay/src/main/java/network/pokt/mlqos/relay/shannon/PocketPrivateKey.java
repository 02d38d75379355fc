package network.pokt.mlqos.relay.shannon;

import java.security.SecureRandom;
import javax.security.auth.Destroyable;

/**
 * The private key of an account. Thread-safe.
 *
 * <p>It cannot be read back, appears in no text, and is gone once {@link #destroy()} returns: whoever still signs with it then
 * gets an IllegalStateException.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies come with the arithmetic
public final class PocketPrivateKey implements Destroyable, AutoCloseable {

    private PocketPrivateKey() {}

    /**
     * Returns the key with this number; the array is copied and stays the caller's to erase.
     *
     * @param secret 32 bytes, big-endian
     * @throws IllegalArgumentException if these are not 32 bytes, or the number is 0 or not below the order of the curve
     */
    public static PocketPrivateKey of(byte[] secret) {
        throw new UnsupportedOperationException();
    }

    /** Returns a new random key. */
    public static PocketPrivateKey generate(SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    public PocketPublicKey publicKey() {
        throw new UnsupportedOperationException();
    }

    /**
     * Signs as cosmos-sdk does: ECDSA over the SHA-256 of {@code message}, R and S in 32 bytes each, S in its lower half. The
     * nonce follows RFC 6979, so equal messages have equal signatures.
     */
    public byte[] sign(byte[] message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isDestroyed() {
        throw new UnsupportedOperationException();
    }

    /** Same as {@link #destroy()}. */
    @Override
    public void close() {
        destroy();
    }
}
