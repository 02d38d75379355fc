package network.pokt.mlqos.relay.shannon.curve;

import java.math.BigInteger;
import java.util.HexFormat;
import network.pokt.mlqos.RandomCases;
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

    /** A number of 256 bits, with those at the borders of limbs, p and n more often than by chance. */
    static BigInteger number(RandomCases.Draw draw) {
        return switch (draw.integer(0, 2)) {
            case 0 -> new BigInteger(1, draw.bytes(32, 32));
            case 1 ->
                draw.of(BigInteger.ZERO, P, N, TWO_256, P.shiftRight(1), N.shiftRight(1))
                        .add(BigInteger.valueOf(draw.integer(-3, 3)))
                        .mod(TWO_256);
            default -> BigInteger.ONE.shiftLeft(draw.integer(0, 255)).add(BigInteger.valueOf(draw.integer(-1, 1)));
        };
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
