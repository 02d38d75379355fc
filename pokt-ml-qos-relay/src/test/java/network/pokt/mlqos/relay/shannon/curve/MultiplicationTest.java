package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

class MultiplicationTest {

    private static final BigInteger ONE = BigInteger.ONE;

    @Test
    void allThreeWaysAgreeWithBouncyCastle() {
        RandomCases.check(42, 40, draw -> {
            BigInteger p = Peer.number(draw);
            BigInteger q = Peer.number(draw);
            BigInteger a = Peer.number(draw);
            BigInteger b = Peer.number(draw);
            ECPoint first = Peer.point(p);
            ECPoint second = Peer.point(q);
            if (!first.isInfinity() && !second.isInfinity()) {
                agrees(first, second, a, b);
            }
        });
    }

    @Test
    void pointsThatMeetOrCancelAreNoException() {
        List<BigInteger> borders =
                List.of(BigInteger.ZERO, ONE, BigInteger.TWO, Peer.N.subtract(ONE), Peer.N.shiftRight(1));
        ECPoint g = Peer.CURVE.getG();
        for (ECPoint other : List.of(g, g.negate(), g.twice(), Peer.point(BigInteger.TEN))) {
            for (BigInteger a : borders) {
                for (BigInteger b : borders) {
                    agrees(g, other.normalize(), a, b);
                }
            }
        }
    }

    private static void agrees(ECPoint p, ECPoint q, BigInteger a, BigInteger b) {
        BigInteger x = a.mod(Peer.N);
        BigInteger y = b.mod(Peer.N);
        CombTable table = CombTable.of(Peer.ours(p));
        CombTable other = CombTable.of(Peer.ours(q));
        Product secret = table.multiplySecret(Peer.scalar(a));
        Product tabled = table.multiplyAddPublic(Peer.scalar(a), other, Peer.scalar(b));
        Product plain = PublicMultiplication.multiplyAdd(Peer.ours(p), Peer.scalar(a), Peer.ours(q), Peer.scalar(b));

        same(secret.toAffine(), p.multiply(x));
        ECPoint sum = ECAlgorithms.sumOfTwoMultiplies(p, x, q, y);
        same(tabled.toAffine(), sum);
        same(plain.toAffine(), sum);
        CurvePoint[] both = Product.toAffine(secret, plain);
        same(both[0], p.multiply(x));
        same(both[1], sum);
    }

    private static void same(CurvePoint ours, ECPoint theirs) {
        if (theirs.isInfinity()) {
            assertThat(ours).isNull();
        } else {
            assertThat(ours).isNotNull();
            assertThat(ours.encode()).isEqualTo(theirs.normalize().getEncoded(true));
        }
    }
}
