package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FieldTest {

    /** The largest magnitude whose square {@link Field} allows for. */
    private static final long MAX_MAGNITUDE = 15;

    @Property(tries = 2_000)
    void sumsDifferencesAndProductsAreThoseOfBigIntegers(@ForAll("elements") long[] a, @ForAll("elements") long[] b) {
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
        assertThat(reduced(result)).isEqualTo(x.multiply(BigInteger.valueOf(21)).mod(Peer.P));
    }

    @Property(tries = 2_000)
    void aProductHasLimbsSmallEnoughToGoOn(@ForAll("elements") long[] a, @ForAll("elements") long[] b) {
        long[] result = new long[Field.LIMBS];

        Field.multiply(result, a, b);

        for (long limb : result) {
            assertThat(Math.abs(limb)).isLessThan((1L << 52) + (1L << 21));
        }
    }

    @Property(tries = 300)
    void inverseAndSquareRootAreThoseOfBigIntegers(@ForAll("elements") long[] a) {
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
    }

    @Property(tries = 2_000)
    void everyEncodingOf32BytesIsReadAndWrittenAsItIs(@ForAll("numbers") BigInteger number) {
        long[] read = Field.decode(Peer.bytes(number), 0);
        assertThat(value(read)).isEqualTo(number);

        Field.normalize(read);
        byte[] written = new byte[Field.BYTES];
        Field.encode(read, written, 0);
        assertThat(new BigInteger(1, written)).isEqualTo(number.mod(Peer.P));
        assertThat(Field.isZero(read)).isEqualTo(number.mod(Peer.P).signum() == 0);
    }

    @Provide
    Arbitrary<BigInteger> numbers() {
        return Peer.numbers();
    }

    /** Reduced elements, and lazy ones: limbs of either sign beyond their 52 bits. */
    @Provide
    Arbitrary<long[]> elements() {
        Arbitrary<Double> any = Arbitraries.doubles().between(-MAX_MAGNITUDE, MAX_MAGNITUDE);
        Arbitrary<Double> extreme = Arbitraries.of((double) -MAX_MAGNITUDE, (double) MAX_MAGNITUDE, -1.0, 0.0, 1.0);
        Arbitrary<long[]> lazy = Arbitraries.oneOf(any, extreme)
                .array(Double[].class)
                .ofSize(Field.LIMBS)
                .map(FieldTest::limbs);
        return Arbitraries.oneOf(Peer.numbers().map(number -> Field.decode(Peer.bytes(number), 0)), lazy);
    }

    private static long[] limbs(Double[] magnitudes) {
        long[] limbs = new long[Field.LIMBS];
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] = (long) (magnitudes[i] * (i == limbs.length - 1 ? 1L << 48 : 1L << 52));
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
