package network.pokt.mlqos.relay.shannon.curve;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A number modulo n, the order of the curve. Immutable but for {@link #erase()}; arithmetic is without branches.
 *
 * <p>Eight limbs of 32 bits, little-endian, in longs. There are a dozen operations in a signature, so plain loops do.
 */
public final class Scalar {

    public static final int BYTES = 32;

    private static final int LIMBS = 8;
    private static final long LIMB_MASK = 0xffffffffL;

    /** The order of the curve. */
    static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private static final long[] N = limbsOf(ORDER, LIMBS);

    /** 2^256 mod n has 129 bits. */
    private static final long[] FOLD = limbsOf(BigInteger.ONE.shiftLeft(256).mod(ORDER), 5);

    static final Scalar ZERO = new Scalar(new long[LIMBS]);

    private static final Scalar HALF = of(BigInteger.TWO.modInverse(ORDER));

    /** (2^256 - 1) / 2: what turns the bits of a recoded scalar from 0 and 1 into -1 and 1. */
    private static final Scalar SIGNED_OFFSET =
            of(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE).multiply(BigInteger.TWO.modInverse(ORDER)));

    private final long[] limbs;

    private Scalar(long[] limbs) {
        this.limbs = limbs;
    }

    /** Reads 32 bytes, big-endian, modulo n. */
    public static Scalar reduced(byte[] source, int offset) {
        return reduced(source, offset, BYTES);
    }

    /** Reads 64 bytes, big-endian, modulo n. */
    public static Scalar reducedWide(byte[] source) {
        return reduced(source, 0, 2 * BYTES);
    }

    private static Scalar reduced(byte[] source, int offset, int length) {
        long[] wide = new long[2 * LIMBS];
        for (int i = 0; i < length; i++) {
            wide[i / 4] |= (source[offset + length - 1 - i] & 0xffL) << (8 * (i % 4));
        }
        return reduce(wide);
    }

    /** Returns a random number that is not 0. */
    public static Scalar random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        try {
            while (true) {
                random.nextBytes(bytes);
                Scalar scalar = reduced(bytes, 0);
                if (isCanonical(bytes, 0) && !scalar.isZero()) {
                    return scalar;
                }
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Returns whether 32 bytes, big-endian, are below n, so that they are their scalar's only encoding. */
    public static boolean isCanonical(byte[] source, int offset) {
        long borrow = 0;
        for (int i = 0; i < LIMBS; i++) {
            borrow = (limb(source, offset, i) - N[i] + borrow) >> 32;
        }
        return borrow != 0;
    }

    private static long limb(byte[] source, int offset, int i) {
        int at = offset + BYTES - 4 * (i + 1);
        return (source[at] & 0xffL) << 24
                | (source[at + 1] & 0xffL) << 16
                | (source[at + 2] & 0xffL) << 8
                | (source[at + 3] & 0xffL);
    }

    static Scalar of(BigInteger value) {
        return new Scalar(limbsOf(value.mod(ORDER), LIMBS));
    }

    private static long[] limbsOf(BigInteger value, int count) {
        long[] limbs = new long[count];
        for (int i = 0; i < count; i++) {
            limbs[i] = value.shiftRight(32 * i).longValue() & LIMB_MASK;
        }
        return limbs;
    }

    public Scalar add(Scalar other) {
        long[] sum = new long[2 * LIMBS];
        long carry = 0;
        for (int i = 0; i < LIMBS; i++) {
            carry += limbs[i] + other.limbs[i];
            sum[i] = carry & LIMB_MASK;
            carry >>>= 32;
        }
        sum[LIMBS] = carry;
        return reduce(sum);
    }

    public Scalar negate() {
        long[] difference = new long[2 * LIMBS];
        long borrow = 0;
        for (int i = 0; i < LIMBS; i++) {
            borrow += N[i] - limbs[i];
            difference[i] = borrow & LIMB_MASK;
            borrow >>= 32;
        }
        return reduce(difference);
    }

    public Scalar multiply(Scalar other) {
        long[] product = new long[2 * LIMBS];
        multiplyAdd(product, limbs, other.limbs);
        return reduce(product);
    }

    /** Returns the inverse by Fermat's little theorem, or 0 for 0. */
    public Scalar invert() {
        BigInteger exponent = ORDER.subtract(BigInteger.TWO);
        Scalar power = this;
        for (int bit = exponent.bitLength() - 2; bit >= 0; bit--) {
            power = power.multiply(power);
            if (exponent.testBit(bit)) {
                power = power.multiply(this);
            }
        }
        return power;
    }

    /** Returns the inverse of a scalar that everybody may know, sooner than {@link #invert}. */
    public Scalar invertPublic() {
        return of(toBigInteger().modInverse(ORDER));
    }

    /** Adds the product of a and b to {@code sum}, which must be long enough for it. */
    private static void multiplyAdd(long[] sum, long[] a, long[] b) {
        for (int i = 0; i < a.length; i++) {
            long carry = 0;
            for (int j = 0; j < b.length; j++) {
                carry += a[i] * b[j] + sum[i + j];
                sum[i + j] = carry & LIMB_MASK;
                carry >>>= 32;
            }
            for (int k = i + b.length; k < sum.length; k++) {
                carry += sum[k];
                sum[k] = carry & LIMB_MASK;
                carry >>>= 32;
            }
        }
    }

    /**
     * Reduces 512 bits: what is above bit 256 returns as multiples of 2^256 mod n, of 129 bits. Four rounds leave less than
     * 2^256: 512 bits become 386, then 260, then 257 and 256. One n at most is left to take away.
     */
    private static Scalar reduce(long[] wide) {
        long[] high = new long[LIMBS];
        for (int round = 0; round < 4; round++) {
            System.arraycopy(wide, LIMBS, high, 0, LIMBS);
            Arrays.fill(wide, LIMBS, 2 * LIMBS, 0);
            multiplyAdd(wide, high, FOLD);
        }
        long[] less = new long[LIMBS];
        long borrow = 0;
        for (int i = 0; i < LIMBS; i++) {
            borrow += wide[i] - N[i];
            less[i] = borrow & LIMB_MASK;
            borrow >>= 32;
        }
        for (int i = 0; i < LIMBS; i++) {
            less[i] = (wide[i] & borrow) | (less[i] & ~borrow);
        }
        Arrays.fill(wide, 0);
        Arrays.fill(high, 0);
        return new Scalar(less);
    }

    /**
     * Returns 256 bits b[i], in four little-endian words, with which this scalar is the sum of (2 b[i] - 1) 2^i modulo n.
     *
     * <p>Every bit then stands for an addition, of the one sign or the other, and none for doing nothing.
     */
    long[] signedBits() {
        Scalar half = multiply(HALF);
        Scalar shifted = half.add(SIGNED_OFFSET);
        half.erase();
        long[] words = new long[LIMBS / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = shifted.limbs[2 * i] | shifted.limbs[2 * i + 1] << 32;
        }
        shifted.erase();
        return words;
    }

    public boolean isZero() {
        long any = 0;
        for (long limb : limbs) {
            any |= limb;
        }
        return any == 0;
    }

    /** Returns whether this is above n / 2, where ECDSA's S must not be. */
    public boolean isHigh() {
        return toBigInteger().compareTo(ORDER.shiftRight(1)) > 0;
    }

    /** Writes 32 bytes, big-endian. */
    public void encode(byte[] target, int offset) {
        for (int i = 0; i < BYTES; i++) {
            target[offset + BYTES - 1 - i] = (byte) (limbs[i / 4] >>> (8 * (i % 4)));
        }
    }

    public byte[] toByteArray() {
        byte[] bytes = new byte[BYTES];
        encode(bytes, 0);
        return bytes;
    }

    BigInteger toBigInteger() {
        return new BigInteger(1, toByteArray());
    }

    /** Returns whether both are the same number; not for secrets' sake, just without branches. */
    public boolean sameAs(Scalar other) {
        long difference = 0;
        for (int i = 0; i < LIMBS; i++) {
            difference |= limbs[i] ^ other.limbs[i];
        }
        return difference == 0;
    }

    /** Returns a copy with a life of its own. */
    public Scalar copy() {
        return new Scalar(limbs.clone());
    }

    /** Overwrites the number with 0. Copies that the JVM made while moving objects are beyond reach. */
    public void erase() {
        Arrays.fill(limbs, 0);
    }

    /** Returns nothing of the number: it may be a secret. */
    @Override
    public String toString() {
        return "scalar";
    }
}
