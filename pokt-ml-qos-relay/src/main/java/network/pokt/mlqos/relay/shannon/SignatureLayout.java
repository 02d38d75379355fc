package network.pokt.mlqos.relay.shannon;

import java.nio.ByteBuffer;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Scalar;

/**
 * Where the parts of a serialized ring signature are: the number of keys in four bytes, c0, the key image, and for each key s
 * and the key. All numbers are big-endian, all points compressed.
 */
final class SignatureLayout {

    static final int C0 = Integer.BYTES;
    static final int KEY_IMAGE = C0 + Scalar.BYTES;
    private static final int MEMBERS = KEY_IMAGE + CurvePoint.ENCODED_BYTES;
    private static final int MEMBER_BYTES = Scalar.BYTES + CurvePoint.ENCODED_BYTES;

    private SignatureLayout() {}

    /** Returns the length of a signature with this many keys. */
    static int length(int keys) {
        return MEMBERS + keys * MEMBER_BYTES;
    }

    /** Returns where the scalar s of a member is. */
    static int s(int member) {
        return MEMBERS + member * MEMBER_BYTES;
    }

    /** Returns where the key of a member is. */
    static int key(int member) {
        return s(member) + Scalar.BYTES;
    }

    /**
     * Returns how many keys a signature has.
     *
     * @throws IllegalArgumentException if the number is none of a ring, the length does not fit it, or a scalar is not below n
     */
    static int check(byte[] signature) {
        if (signature.length < MEMBERS) {
            throw new IllegalArgumentException(
                    "A ring signature has at least " + length(Ring.MIN_KEYS) + " bytes, got " + signature.length + ".");
        }
        int keys = ByteBuffer.wrap(signature).getInt();
        if (keys < Ring.MIN_KEYS || keys > Ring.MAX_KEYS || signature.length != length(keys)) {
            throw new IllegalArgumentException("A ring signature of " + Integer.toUnsignedString(keys)
                    + " keys cannot have " + signature.length + " bytes.");
        }
        boolean canonical = Scalar.isCanonical(signature, C0);
        for (int member = 0; member < keys; member++) {
            canonical &= Scalar.isCanonical(signature, s(member));
        }
        if (!canonical) {
            throw new IllegalArgumentException("A number of the ring signature is not below the order of the curve.");
        }
        return keys;
    }
}
