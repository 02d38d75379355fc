package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.transport.Payload;

/**
 * A linkable ring signature over secp256k1 (bLSAG), as Shannon's relay requests carry it: some member of the ring has signed,
 * and it cannot be told which; two signatures of one key have the same key image.
 *
 * <p>Immutable and thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies come with the arithmetic
public final class RingSignature {

    private RingSignature() {}

    /**
     * Returns whether {@code signature} is a valid ring signature of {@code message32}; false for anything that is none. It
     * says nothing about who may be in the ring: see {@link Ring#covers}.
     *
     * @throws IllegalArgumentException if the message does not have 32 bytes
     */
    public static boolean verify(byte[] message32, byte[] signature) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a signature, strictly: exact length, 2 to 64 keys, points of the curve and numbers below its order, each in its
     * only encoding.
     *
     * @throws IllegalArgumentException if the bytes are no such signature
     */
    public static RingSignature parse(byte[] signature) {
        throw new UnsupportedOperationException();
    }

    /** Returns whether this is a signature of {@code message32}. */
    public boolean verify(byte[] message32) {
        throw new UnsupportedOperationException();
    }

    /** Returns the keys of which one has signed. */
    public Ring ring() {
        throw new UnsupportedOperationException();
    }

    /** Returns the compressed key image, which is the same in all signatures of one key. */
    public Payload keyImage() {
        throw new UnsupportedOperationException();
    }

    /** Returns the bytes that {@link #parse} reads. */
    public byte[] encode() {
        throw new UnsupportedOperationException();
    }
}
