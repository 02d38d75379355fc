package network.pokt.mlqos.samples.benchmarks.shannon;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import network.pokt.mlqos.relay.shannon.Ring;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Hashing;
import network.pokt.mlqos.relay.shannon.curve.Product;
import network.pokt.mlqos.relay.shannon.curve.PublicMultiplication;
import network.pokt.mlqos.relay.shannon.curve.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * The same signature without tables, to measure what they are worth: hashed points and key image are known, everything is
 * multiplied by doubling and adding. Never for real keys: none of it is constant-time.
 */
final class TablelessRing {

    private static final Scalar ZERO = Scalar.reduced(new byte[Scalar.BYTES], 0);

    private final SecureRandom random = new SecureRandom();
    private final List<CurvePoint> keys;
    private final List<CurvePoint> hashes;
    private final int signer;
    private final Scalar secret;
    private final CurvePoint keyImage;

    TablelessRing(Ring ring, int signer, byte[] secret) {
        keys = ring.keys().stream().map(key -> decode(key.toByteArray())).toList();
        hashes = keys.stream().map(Hashing::toPoint).toList();
        this.signer = signer;
        this.secret = Scalar.reduced(secret, 0);
        keyImage = finite(multiply(hashes.get(signer), this.secret).toAffine());
    }

    byte[] sign(byte[] message) {
        int size = keys.size();
        ByteBuffer signature = ByteBuffer.allocate(69 + 65 * size).putInt(size);
        signature.position(36);
        signature.put(keyImage.encode());
        for (int member = 0; member < size; member++) {
            signature.put(101 + 65 * member, keys.get(member).encode());
        }
        Scalar u = randomScalar();
        Scalar c = challenge(message, multiply(CurvePoint.GENERATOR, u), multiply(hashes.get(signer), u));
        for (int step = 1; ; step++) {
            int member = (signer + step) % size;
            if (member == 0) {
                signature.put(4, c.toByteArray());
            }
            if (member == signer) {
                Scalar s = u.add(c.multiply(secret).negate());
                return signature.put(69 + 65 * member, s.toByteArray()).array();
            }
            Scalar s = randomScalar();
            signature.put(69 + 65 * member, s.toByteArray());
            c = challenge(
                    message,
                    PublicMultiplication.multiplyAdd(CurvePoint.GENERATOR, s, keys.get(member), c),
                    PublicMultiplication.multiplyAdd(hashes.get(member), s, keyImage, c));
        }
    }

    private Scalar randomScalar() {
        byte[] bytes = new byte[Scalar.BYTES];
        random.nextBytes(bytes);
        return Scalar.reduced(bytes, 0);
    }

    private static Product multiply(CurvePoint point, Scalar scalar) {
        return PublicMultiplication.multiplyAdd(point, scalar, point, ZERO);
    }

    private static Scalar challenge(byte[] message, Product left, Product right) {
        @Nullable CurvePoint[] points = Product.toAffine(left, right);
        Scalar challenge =
                Hashing.challenge(message, finite(points[0]), finite(points[1])).value();
        if (challenge == null) {
            throw new IllegalStateException("A hash in 2^128 is no challenge, and this was one; measure again.");
        }
        return challenge;
    }

    private static CurvePoint decode(byte[] encoded) {
        return finite(CurvePoint.decode(encoded, 0));
    }

    private static CurvePoint finite(@Nullable CurvePoint point) {
        if (point == null) {
            throw new IllegalStateException("A point of a ring is infinity or none; the ring is wrong.");
        }
        return point;
    }
}
