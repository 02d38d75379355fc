package network.pokt.mlqos.relay.shannon;

/**
 * Signs for one ring with the key of one of its members, fast: everything that is multiplied is a point fixed by the ring, and
 * its multiples are computed once.
 *
 * <pre>{@code
 * RingSigner signer = RingSigner.of(key, Ring.of(application, gateways));
 * ShannonRequest signed = request.signed(signer.sign(request.signableHash()));
 * }</pre>
 *
 * <p>Making one takes milliseconds and its tables some hundred kilobytes, so keep it for as long as the ring lasts; a
 * {@link RingSigners} does. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies come with the arithmetic
public final class RingSigner {

    private RingSigner() {}

    /**
     * Returns a signer that uses this key, which stays the caller's to destroy.
     *
     * @throws IllegalArgumentException if the key's public half is not in the ring
     */
    public static RingSigner of(PocketPrivateKey key, Ring ring) {
        throw new UnsupportedOperationException();
    }

    public Ring ring() {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns a new signature that verifies with every known implementation.
     *
     * @param message32 the 32 bytes to sign, a hash
     * @throws IllegalArgumentException if there are not 32 bytes
     * @throws IllegalStateException if the key is destroyed
     */
    public byte[] sign(byte[] message32) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns what {@link RingSignature#verify} returns, sooner if the signature is one of this signer's.
     *
     * @throws IllegalArgumentException if the message does not have 32 bytes
     */
    public boolean verify(byte[] message32, byte[] signature) {
        throw new UnsupportedOperationException();
    }

    /** Signs and verifies until the JVM has compiled the arithmetic, so that the first relay does not wait for it: about 2 s. */
    public void warmUp() {
        throw new UnsupportedOperationException();
    }
}
