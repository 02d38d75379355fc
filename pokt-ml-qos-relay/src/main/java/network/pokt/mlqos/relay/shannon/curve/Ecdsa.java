package network.pokt.mlqos.relay.shannon.curve;

import java.util.Arrays;

/** ECDSA as cosmos-sdk uses it: 64 bytes, R then S, of which S is in the lower half; nonces of RFC 6979 with SHA-256. */
public final class Ecdsa {

    public static final int SIGNATURE_BYTES = 2 * Scalar.BYTES;

    private Ecdsa() {}

    /** Returns the signature of a digest of 32 bytes; the key goes through constant-time arithmetic only. */
    public static byte[] sign(Scalar key, byte[] digest) {
        Scalar z = Scalar.reduced(digest, 0);
        try (DeterministicNonces nonces = new DeterministicNonces(key, z)) {
            while (true) {
                Scalar nonce = nonces.next();
                CurvePoint point = GeneratorTable.get().multiplySecret(nonce).toAffine();
                Scalar r = point == null ? Scalar.ZERO : xModN(point);
                Scalar rx = r.multiply(key);
                Scalar sum = rx.add(z);
                Scalar inverse = nonce.invert();
                Scalar s = inverse.multiply(sum);
                rx.erase();
                sum.erase();
                inverse.erase();
                nonce.erase();
                if (!r.isZero() && !s.isZero()) {
                    byte[] signature = new byte[SIGNATURE_BYTES];
                    r.encode(signature, 0);
                    (s.isHigh() ? s.negate() : s).encode(signature, Scalar.BYTES);
                    return signature;
                }
            }
        }
    }

    /** Returns whether the signature is the key's for a digest of 32 bytes. */
    public static boolean verify(CurvePoint key, byte[] digest, byte[] signature) {
        return verify(
                digest, signature, (u1, u2) -> PublicMultiplication.multiplyAdd(CurvePoint.GENERATOR, u1, key, u2));
    }

    /** Returns the same for a key whose table is there, in less than half the time. */
    public static boolean verify(CombTable key, byte[] digest, byte[] signature) {
        return verify(digest, signature, (u1, u2) -> GeneratorTable.get().multiplyAddPublic(u1, key, u2));
    }

    /** Returns u1 times the generator plus u2 times the key. */
    @FunctionalInterface
    private interface Combination {
        Product of(Scalar u1, Scalar u2);
    }

    private static boolean verify(byte[] digest, byte[] signature, Combination combination) {
        if (signature.length != SIGNATURE_BYTES
                || !Scalar.isCanonical(signature, 0)
                || !Scalar.isCanonical(signature, Scalar.BYTES)) {
            return false;
        }
        Scalar r = Scalar.reduced(signature, 0);
        Scalar s = Scalar.reduced(signature, Scalar.BYTES);
        if (r.isZero() || s.isZero() || s.isHigh()) {
            return false;
        }
        Scalar inverse = s.invertPublic();
        Scalar u1 = Scalar.reduced(digest, 0).multiply(inverse);
        Scalar u2 = r.multiply(inverse);
        CurvePoint point = combination.of(u1, u2).toAffine();
        return point != null && xModN(point).sameAs(r);
    }

    private static Scalar xModN(CurvePoint point) {
        return Scalar.reduced(Arrays.copyOfRange(point.encode(), 1, CurvePoint.ENCODED_BYTES), 0);
    }
}
