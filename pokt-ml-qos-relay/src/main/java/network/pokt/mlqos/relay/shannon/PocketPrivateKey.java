package network.pokt.mlqos.relay.shannon;

import java.security.SecureRandom;
import javax.security.auth.Destroyable;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Ecdsa;
import network.pokt.mlqos.relay.shannon.curve.GeneratorTable;
import network.pokt.mlqos.relay.shannon.curve.Scalar;

/**
 * The private key of an account. Thread-safe.
 *
 * <p>It cannot be read back, appears in no text, and is gone once {@link #destroy()} returns: whoever still signs with it then
 * gets an IllegalStateException.
 */
public final class PocketPrivateKey implements Destroyable, AutoCloseable {

    private final Scalar secret;
    private final PocketPublicKey publicKey;
    private boolean destroyed;

    private PocketPrivateKey(Scalar secret) {
        this.secret = secret;
        CurvePoint point = GeneratorTable.get().multiplySecret(secret).toAffine();
        if (point == null) {
            throw new IllegalArgumentException("A private key must not be 0, use another.");
        }
        this.publicKey = new PocketPublicKey(point);
    }

    /**
     * Returns the key with this number; the array is copied and stays the caller's to erase.
     *
     * @param secret 32 bytes, big-endian
     * @throws IllegalArgumentException if these are not 32 bytes, or the number is 0 or not below the order of the curve
     */
    public static PocketPrivateKey of(byte[] secret) {
        if (secret.length != Scalar.BYTES) {
            throw new IllegalArgumentException(
                    "A private key has " + Scalar.BYTES + " bytes, got " + secret.length + ".");
        }
        if (!Scalar.isCanonical(secret, 0)) {
            throw new IllegalArgumentException("A private key must be below the order of secp256k1, use another.");
        }
        return new PocketPrivateKey(Scalar.reduced(secret, 0));
    }

    /** Returns a new random key. */
    public static PocketPrivateKey generate(SecureRandom random) {
        return new PocketPrivateKey(Scalar.random(random));
    }

    public PocketPublicKey publicKey() {
        return publicKey;
    }

    /**
     * Signs as cosmos-sdk does: ECDSA over the SHA-256 of {@code message}, R and S in 32 bytes each, S in its lower half. The
     * nonce follows RFC 6979, so equal messages have equal signatures.
     *
     * @throws IllegalStateException if the key is destroyed
     */
    public byte[] sign(byte[] message) {
        Scalar copy = copySecret();
        try {
            return Ecdsa.sign(copy, Digests.sha256(message));
        } finally {
            copy.erase();
        }
    }

    /** Returns a copy of the number, which the caller erases; a copy, so that destroying cannot spoil a signature half done. */
    synchronized Scalar copySecret() {
        if (destroyed) {
            throw new IllegalStateException(
                    "The private key of " + publicKey.address() + " is destroyed and signs no more; make a new one.");
        }
        return secret.copy();
    }

    @Override
    public synchronized void destroy() {
        destroyed = true;
        secret.erase();
    }

    @Override
    public synchronized boolean isDestroyed() {
        return destroyed;
    }

    /** Same as {@link #destroy()}. */
    @Override
    public void close() {
        destroy();
    }

    /** Returns the address of the account: nothing secret. */
    @Override
    public String toString() {
        return "private key of " + publicKey.address();
    }
}
