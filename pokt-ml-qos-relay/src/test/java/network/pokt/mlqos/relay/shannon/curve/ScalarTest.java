package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class ScalarTest {

    @Test
    void arithmeticIsThatOfBigIntegers() {
        RandomCases.check(42, 2_000, draw -> {
            BigInteger x = Peer.number(draw);
            BigInteger y = Peer.number(draw);
            Scalar a = Peer.scalar(x);
            Scalar b = Peer.scalar(y);

            assertThat(a.toBigInteger()).isEqualTo(x.mod(Peer.N));
            assertThat(a.add(b).toBigInteger()).isEqualTo(x.add(y).mod(Peer.N));
            assertThat(a.multiply(b).toBigInteger()).isEqualTo(x.multiply(y).mod(Peer.N));
            assertThat(a.negate().toBigInteger()).isEqualTo(x.negate().mod(Peer.N));
            assertThat(a.isZero()).isEqualTo(x.mod(Peer.N).signum() == 0);
            assertThat(a.isHigh()).isEqualTo(x.mod(Peer.N).compareTo(Peer.N.shiftRight(1)) > 0);
            assertThat(a.sameAs(b)).isEqualTo(x.mod(Peer.N).equals(y.mod(Peer.N)));
        });
    }

    @Test
    void sixtyFourBytesAreReducedAsOneNumber() {
        RandomCases.check(42, 500, draw -> {
            BigInteger high = Peer.number(draw);
            BigInteger low = Peer.number(draw);
            byte[] wide = new byte[64];
            System.arraycopy(Peer.bytes(high), 0, wide, 0, 32);
            System.arraycopy(Peer.bytes(low), 0, wide, 32, 32);

            assertThat(Scalar.reducedWide(wide).toBigInteger()).isEqualTo(new BigInteger(1, wide).mod(Peer.N));
        });
    }

    @Test
    void bothInversesAreThatOfBigIntegers() {
        RandomCases.check(42, 100, draw -> {
            BigInteger x = Peer.number(draw);
            BigInteger reduced = x.mod(Peer.N);
            Scalar a = Peer.scalar(x);
            if (reduced.signum() == 0) {
                assertThat(a.invert().isZero()).isTrue();
                return;
            }

            assertThat(a.invert().toBigInteger()).isEqualTo(reduced.modInverse(Peer.N));
            assertThat(a.invertPublic().toBigInteger()).isEqualTo(reduced.modInverse(Peer.N));
        });
    }

    @Test
    void onlyNumbersBelowTheOrderAreCanonical() {
        RandomCases.check(42, 2_000, draw -> {
            BigInteger x = Peer.number(draw);
            assertThat(Scalar.isCanonical(Peer.bytes(x), 0)).isEqualTo(x.compareTo(Peer.N) < 0);
        });
    }

    @Test
    void signedBitsAddUpToTheScalar() {
        RandomCases.check(42, 500, draw -> {
            BigInteger x = Peer.number(draw);
            long[] bits = Peer.scalar(x).signedBits();
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < 256; i++) {
                BigInteger power = BigInteger.ONE.shiftLeft(i);
                sum = (bits[i / 64] >>> (i % 64) & 1) == 1 ? sum.add(power) : sum.subtract(power);
            }

            assertThat(sum.mod(Peer.N)).isEqualTo(x.mod(Peer.N));
        });
    }

    @Test
    void anErasedScalarIsZeroAndItsCopyIsNot() {
        Scalar scalar = Peer.scalar(BigInteger.TEN);
        Scalar copy = scalar.copy();

        scalar.erase();

        assertThat(scalar.isZero()).isTrue();
        assertThat(copy.toBigInteger()).isEqualTo(BigInteger.TEN);
        assertThat(copy).hasToString("scalar");
    }
}
