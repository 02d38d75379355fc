package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScalarTest {

    @Property(tries = 2_000)
    void arithmeticIsThatOfBigIntegers(@ForAll("numbers") BigInteger x, @ForAll("numbers") BigInteger y) {
        Scalar a = Peer.scalar(x);
        Scalar b = Peer.scalar(y);

        assertThat(a.toBigInteger()).isEqualTo(x.mod(Peer.N));
        assertThat(a.add(b).toBigInteger()).isEqualTo(x.add(y).mod(Peer.N));
        assertThat(a.multiply(b).toBigInteger()).isEqualTo(x.multiply(y).mod(Peer.N));
        assertThat(a.negate().toBigInteger()).isEqualTo(x.negate().mod(Peer.N));
        assertThat(a.isZero()).isEqualTo(x.mod(Peer.N).signum() == 0);
        assertThat(a.isHigh()).isEqualTo(x.mod(Peer.N).compareTo(Peer.N.shiftRight(1)) > 0);
        assertThat(a.sameAs(b)).isEqualTo(x.mod(Peer.N).equals(y.mod(Peer.N)));
    }

    @Property(tries = 500)
    void sixtyFourBytesAreReducedAsOneNumber(@ForAll("numbers") BigInteger high, @ForAll("numbers") BigInteger low) {
        byte[] wide = new byte[64];
        System.arraycopy(Peer.bytes(high), 0, wide, 0, 32);
        System.arraycopy(Peer.bytes(low), 0, wide, 32, 32);

        assertThat(Scalar.reducedWide(wide).toBigInteger()).isEqualTo(new BigInteger(1, wide).mod(Peer.N));
    }

    @Property(tries = 100)
    void bothInversesAreThatOfBigIntegers(@ForAll("numbers") BigInteger x) {
        BigInteger reduced = x.mod(Peer.N);
        Scalar a = Peer.scalar(x);
        if (reduced.signum() == 0) {
            assertThat(a.invert().isZero()).isTrue();
            return;
        }

        assertThat(a.invert().toBigInteger()).isEqualTo(reduced.modInverse(Peer.N));
        assertThat(a.invertPublic().toBigInteger()).isEqualTo(reduced.modInverse(Peer.N));
    }

    @Property(tries = 2_000)
    void onlyNumbersBelowTheOrderAreCanonical(@ForAll("numbers") BigInteger x) {
        assertThat(Scalar.isCanonical(Peer.bytes(x), 0)).isEqualTo(x.compareTo(Peer.N) < 0);
    }

    @Property(tries = 500)
    void signedBitsAddUpToTheScalar(@ForAll("numbers") BigInteger x) {
        long[] bits = Peer.scalar(x).signedBits();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 256; i++) {
            BigInteger power = BigInteger.ONE.shiftLeft(i);
            sum = (bits[i / 64] >>> (i % 64) & 1) == 1 ? sum.add(power) : sum.subtract(power);
        }

        assertThat(sum.mod(Peer.N)).isEqualTo(x.mod(Peer.N));
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

    @Provide
    Arbitrary<BigInteger> numbers() {
        return Peer.numbers();
    }
}
