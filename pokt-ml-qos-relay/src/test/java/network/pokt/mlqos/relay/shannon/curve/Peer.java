package network.pokt.mlqos.relay.shannon.curve;

import java.math.BigInteger;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** BigInteger's and BouncyCastle's view of what this package computes. */
final class Peer {

    static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    static final BigInteger P = CURVE.getCurve().getField().getCharacteristic();
    static final BigInteger N = CURVE.getN();
    private static final BigInteger TWO_256 = BigInteger.ONE.shiftLeft(256);

    private Peer() {}

    /** Numbers of 256 bits, with those at the borders of limbs, p and n often among them. */
    static Arbitrary<BigInteger> numbers() {
        Arbitrary<BigInteger> any =
                Arbitraries.bigIntegers().between(BigInteger.ZERO, TWO_256.subtract(BigInteger.ONE));
        Arbitrary<BigInteger> borders = Arbitraries.of(BigInteger.ZERO, P, N, TWO_256, P.shiftRight(1), N.shiftRight(1))
                .flatMap(border -> Arbitraries.integers()
                        .between(-3, 3)
                        .map(offset -> border.add(BigInteger.valueOf(offset)).mod(TWO_256)));
        Arbitrary<BigInteger> powers = Arbitraries.integers()
                .between(0, 255)
                .flatMap(bit -> Arbitraries.of(-1, 0, 1)
                        .map(offset -> BigInteger.ONE.shiftLeft(bit).add(BigInteger.valueOf(offset))));
        return Arbitraries.oneOf(any, borders, powers);
    }

    static byte[] bytes(BigInteger number) {
        return HexFormat.of().parseHex(String.format("%064x", number));
    }

    static Scalar scalar(BigInteger number) {
        return Scalar.reduced(bytes(number), 0);
    }

    static ECPoint point(BigInteger multiple) {
        return CURVE.getG().multiply(multiple.mod(N)).normalize();
    }

    static CurvePoint ours(ECPoint point) {
        return CurvePoint.decode(point.getEncoded(true), 0);
    }
}
