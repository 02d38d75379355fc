package network.pokt.mlqos.relay.shannon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A linkable ring signature over secp256k1 (bLSAG), as Shannon's relay requests carry it: some member of the ring has signed,
 * and it cannot be told which; two signatures of one key have the same key image.
 *
 * <p>Immutable and thread-safe.
 */
public final class RingSignature {

    private final byte[] encoded;
    private final Ring ring;
    private final CurvePoint keyImage;

    private RingSignature(byte[] encoded, Ring ring, CurvePoint keyImage) {
        this.encoded = encoded;
        this.ring = ring;
        this.keyImage = keyImage;
    }

    /**
     * Returns whether {@code signature} is a valid ring signature of {@code message32}; false for anything that is none. It
     * says nothing about who may be in the ring: see {@link Ring#covers}.
     *
     * <p>Nothing here is secret, and nothing about a stranger's keys is kept. A ring of two takes about a millisecond.
     *
     * @throws IllegalArgumentException if the message does not have 32 bytes
     */
    public static boolean verify(byte[] message32, byte[] signature) {
        RingArithmetic.checkMessage(message32);
        RingSignature parsed;
        try {
            parsed = parse(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return parsed.verify(message32);
    }

    /**
     * Reads a signature, strictly: exact length, 2 to 64 keys, points of the curve and numbers below its order, each in its
     * only encoding.
     *
     * @throws IllegalArgumentException if the bytes are no such signature
     */
    public static RingSignature parse(byte[] signature) {
        byte[] encoded = signature.clone();
        int size = SignatureLayout.check(encoded);
        CurvePoint keyImage = point(encoded, SignatureLayout.KEY_IMAGE);
        List<PocketPublicKey> keys = new ArrayList<>(size);
        for (int member = 0; member < size; member++) {
            keys.add(new PocketPublicKey(point(encoded, SignatureLayout.key(member))));
        }
        return new RingSignature(encoded, new Ring(keys), keyImage);
    }

    private static CurvePoint point(byte[] encoded, int offset) {
        CurvePoint point = CurvePoint.decode(encoded, offset);
        if (point == null) {
            throw new IllegalArgumentException(
                    "The ring signature holds no point of secp256k1 at byte " + offset + ".");
        }
        return point;
    }

    /**
     * Returns whether this is a signature of {@code message32}.
     *
     * @throws IllegalArgumentException if the message does not have 32 bytes
     */
    public boolean verify(byte[] message32) {
        RingArithmetic.checkMessage(message32);
        return new PlainRing(ring, keyImage).closes(message32, encoded);
    }

    /** Returns the keys of which one has signed. */
    public Ring ring() {
        return ring;
    }

    /** Returns the compressed key image, which is the same in all signatures of one key. */
    public Payload keyImage() {
        return Payload.of(keyImage.encode());
    }

    /** Returns the bytes that {@link #parse} reads. */
    public byte[] encode() {
        return encoded.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RingSignature s && Arrays.equals(encoded, s.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /** Returns the number of keys. */
    @Override
    public String toString() {
        return "ring signature of " + ring.keys().size() + " keys";
    }
}
