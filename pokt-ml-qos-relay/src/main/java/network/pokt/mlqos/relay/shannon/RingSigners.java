package network.pokt.mlqos.relay.shannon;

/**
 * Keeps the signers of one key for the rings used last, and makes those that are missing. Thread-safe.
 *
 * <p>Rings change when an application's delegations do, so a few are enough.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies come with the arithmetic
public final class RingSigners {

    /**
     * @param key the key that signs, which stays the caller's to destroy
     * @param capacity how many signers are kept, of some hundred kilobytes each
     */
    public RingSigners(PocketPrivateKey key, int capacity) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns the signer of this ring; the first time that takes milliseconds.
     *
     * @throws IllegalArgumentException if the key is not in the ring
     */
    public RingSigner of(Ring ring) {
        throw new UnsupportedOperationException();
    }
}
