package network.pokt.mlqos.relay.shannon;

/**
 * The public key of an account: a point of secp256k1. Immutable and thread-safe.
 *
 * <p>An account's key never changes, so whoever has it may keep it for ever.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies come with the arithmetic
public final class PocketPublicKey {

    /** A compressed point: its parity and its x coordinate. */
    public static final int ENCODED_BYTES = 33;

    private PocketPublicKey() {}

    /**
     * Returns the key with this compressed encoding.
     *
     * @throws IllegalArgumentException if these are not 33 bytes or no point of the curve
     */
    public static PocketPublicKey of(byte[] compressed) {
        throw new UnsupportedOperationException();
    }

    /** Returns the 33 bytes of the compressed point. */
    public byte[] toByteArray() {
        throw new UnsupportedOperationException();
    }

    /** Returns the account's address: bech32 with the prefix {@code pokt} of the key's RIPEMD-160 of SHA-256. */
    public String address() {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns whether {@code signature} is this key's for {@code message}, by the rules of cosmos-sdk: 64 bytes, R then S, the
     * digest is the SHA-256 of the message, and of the two values of S that fit only the lower counts.
     */
    public boolean verify(byte[] message, byte[] signature) {
        throw new UnsupportedOperationException();
    }
}
