package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class FieldTest {

    /** The largest magnitude whose square {@link Field} allows for. */
    private static final long MAX_MAGNITUDE = 15;

    @Test
    void sumsDifferencesAndProductsAreThoseOfBigIntegers() {
        RandomCases.check(42, 2_000, draw -> {
            long[] a = elements(draw);
            long[] b = elements(draw);
            BigInteger x = value(a);
            BigInteger y = value(b);
            long[] result = new long[Field.LIMBS];

            Field.add(result, a, b);
            assertThat(reduced(result)).isEqualTo(x.add(y).mod(Peer.P));
            Field.subtract(result, a, b);
            assertThat(reduced(result)).isEqualTo(x.subtract(y).mod(Peer.P));
            Field.negate(result, a);
            assertThat(reduced(result)).isEqualTo(x.negate().mod(Peer.P));
            Field.multiply(result, a, b);
            assertThat(reduced(result)).isEqualTo(x.multiply(y).mod(Peer.P));
            Field.square(result, a);
            assertThat(reduced(result)).isEqualTo(x.multiply(x).mod(Peer.P));
            Field.scale(result, a, 21);
            assertThat(reduced(result))
                    .isEqualTo(x.multiply(BigInteger.valueOf(21)).mod(Peer.P));
        });
    }

    @Test
    void aProductHasLimbsSmallEnoughToGoOn() {
        RandomCases.check(42, 2_000, draw -> {
            long[] a = elements(draw);
            long[] b = elements(draw);
            long[] result = new long[Field.LIMBS];

            Field.multiply(result, a, b);

            for (long limb : result) {
                assertThat(Math.abs(limb)).isLessThan((1L << 52) + (1L << 21));
            }
        });
    }

    @Test
    void inverseAndSquareRootAreThoseOfBigIntegers() {
        RandomCases.check(42, 300, draw -> {
            long[] a = elements(draw);
            BigInteger x = value(a).mod(Peer.P);
            long[] result = new long[Field.LIMBS];

            Field.invert(result, a);
            assertThat(reduced(result)).isEqualTo(x.signum() == 0 ? x : x.modInverse(Peer.P));

            BigInteger half = Peer.P.subtract(BigInteger.ONE).shiftRight(1);
            boolean square = x.signum() == 0 || x.modPow(half, Peer.P).equals(BigInteger.ONE);
            assertThat(Field.squareRoot(result, a)).isEqualTo(square);
            if (square) {
                assertThat(reduced(result).modPow(BigInteger.TWO, Peer.P)).isEqualTo(x);
            }
        });
    }

    @Test
    void everyEncodingOf32BytesIsReadAndWrittenAsItIs() {
        RandomCases.check(42, 2_000, draw -> {
            BigInteger number = Peer.number(draw);
            long[] read = Field.decode(Peer.bytes(number), 0);
            assertThat(value(read)).isEqualTo(number);

            Field.normalize(read);
            byte[] written = new byte[Field.BYTES];
            Field.encode(read, written, 0);
            assertThat(new BigInteger(1, written)).isEqualTo(number.mod(Peer.P));
            assertThat(Field.isZero(read)).isEqualTo(number.mod(Peer.P).signum() == 0);
        });
    }

    /** Reduced elements, and lazy ones: limbs of either sign beyond their 52 bits. */
    private static long[] elements(RandomCases.Draw draw) {
        return draw.bool() ? Field.decode(Peer.bytes(Peer.number(draw)), 0) : lazy(draw);
    }

    private static long[] lazy(RandomCases.Draw draw) {
        double most = MAX_MAGNITUDE;
        long[] limbs = new long[Field.LIMBS];
        for (int i = 0; i < limbs.length; i++) {
            double magnitude = draw.bool() ? draw.decimal(-most, most, 9) : draw.of(-most, most, -1.0, 0.0, 1.0);
            limbs[i] = (long) (magnitude * (i == limbs.length - 1 ? 1L << 48 : 1L << 52));
        }
        return limbs;
    }

    private static BigInteger value(long[] limbs) {
        BigInteger value = BigInteger.ZERO;
        for (int i = Field.LIMBS - 1; i >= 0; i--) {
            value = value.shiftLeft(52).add(BigInteger.valueOf(limbs[i]));
        }
        return value;
    }

    private static BigInteger reduced(long[] limbs) {
        long[] copy = limbs.clone();
        Field.normalize(copy);
        BigInteger value = value(copy);
        assertThat(value).isBetween(BigInteger.ZERO, Peer.P.subtract(BigInteger.ONE));
        return value;
    }
}
