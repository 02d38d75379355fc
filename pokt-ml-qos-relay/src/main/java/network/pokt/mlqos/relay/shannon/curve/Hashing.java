package network.pokt.mlqos.relay.shannon.curve;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** From bytes to points and scalars, exactly as Pocket's implementation does it; the hash is FIPS 202's SHA-3. */
public final class Hashing {

    /** How often a digest is tried as an x coordinate; half of them are one. */
    private static final int MAX_TRIES = 128;

    private Hashing() {}

    /**
     * Returns the point H_p(P): the first digest, beginning with the SHA3-256 of the compressed point and each the SHA3-256 of
     * the one before, that is the x coordinate of a point; the one with the even y.
     */
    public static CurvePoint toPoint(CurvePoint point) {
        MessageDigest sha3 = digest("SHA3-256");
        byte[] hash = sha3.digest(point.encode());
        for (int tried = 0; tried < MAX_TRIES; tried++) {
            long[] x = Field.decode(hash, 0);
            Field.normalize(x);
            CurvePoint found = CurvePoint.ofX(x, false);
            if (found != null) {
                return found;
            }
            hash = sha3.digest(hash);
        }
        // One point in 2^128; nobody can search for one.
        throw new IllegalArgumentException("The point hashes to no point of the curve, use another key.");
    }

    /** Returns the challenge of one step of a ring: the hash of the message and two compressed points, to a scalar. */
    public static Challenge challenge(byte[] message, CurvePoint left, CurvePoint right) {
        byte[] input = new byte[message.length + 2 * CurvePoint.ENCODED_BYTES];
        System.arraycopy(message, 0, input, 0, message.length);
        left.encode(input, message.length);
        right.encode(input, message.length + CurvePoint.ENCODED_BYTES);
        return toScalar(input);
    }

    /**
     * Returns the SHA3-512 of the input modulo n, as Pocket's default backend reads it: the minimal big-endian bytes of the
     * number, put at the LEFT of 32 bytes. One number in 256 is short and so becomes another.
     */
    public static Challenge toScalar(byte[] input) {
        byte[] number = Scalar.reducedWide(digest("SHA3-512").digest(input)).toByteArray();
        int zeros = 0;
        while (zeros < number.length && number[zeros] == 0) {
            zeros++;
        }
        if (zeros == 0) {
            return new Challenge(Scalar.reduced(number, 0), false);
        }
        byte[] leftAligned = new byte[Scalar.BYTES];
        System.arraycopy(number, zeros, leftAligned, 0, number.length - zeros);
        boolean valid = Scalar.isCanonical(leftAligned, 0);
        return new Challenge(valid ? Scalar.reduced(leftAligned, 0) : null, true);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Every Java platform from 9 on has " + algorithm + ", this one has not.", e);
        }
    }

    /**
     * A challenge and whether the backends disagree about it.
     *
     * @param value null if the shifted number is n or more, where Pocket's implementation gives up
     * @param isShort whether the number had fewer than 32 bytes, so that Pocket's other backend reads it differently
     */
    public record Challenge(@Nullable Scalar value, boolean isShort) {}
}
