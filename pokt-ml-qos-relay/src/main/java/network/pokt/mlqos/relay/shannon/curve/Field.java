package network.pokt.mlqos.relay.shannon.curve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Arithmetic modulo p = 2^256 - 2^32 - 977, on arrays of {@link #LIMBS} limbs, without branches.
 *
 * <p>The value of an array a is the sum of a[i] 2^(52 i) modulo p. Limbs are signed, and sums and differences are taken limb by
 * limb without carrying. Call m the magnitude of an element if its limbs are at most m 2^52, the fifth m 2^48. Then factors may
 * have the magnitudes m and k if m k is below 256, and a product has a magnitude of 1 + 2^-31. Results may be written over
 * operands.
 */
final class Field {

    static final int LIMBS = 5;
    static final int BYTES = 32;

    private static final int LIMB_BITS = 52;
    private static final long LIMB_MASK = (1L << LIMB_BITS) - 1;

    /** The fifth limb of a reduced element ends at bit 256. */
    private static final int TOP_BITS = 256 - 4 * LIMB_BITS;

    private static final long TOP_MASK = (1L << TOP_BITS) - 1;

    /** 2^256 mod p. */
    private static final long FOLD_256 = 0x1000003D1L;

    /** 2^260 mod p: one limb above the fifth. */
    private static final long FOLD_260 = FOLD_256 << 4;

    /** The limbs of p. */
    private static final long P0 = (1L << LIMB_BITS) - FOLD_256;

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Field() {}

    static long[] one() {
        return new long[] {1, 0, 0, 0, 0};
    }

    static void add(long[] result, long[] a, long[] b) {
        for (int i = 0; i < LIMBS; i++) {
            result[i] = a[i] + b[i];
        }
    }

    static void subtract(long[] result, long[] a, long[] b) {
        for (int i = 0; i < LIMBS; i++) {
            result[i] = a[i] - b[i];
        }
    }

    static void negate(long[] result, long[] a) {
        for (int i = 0; i < LIMBS; i++) {
            result[i] = -a[i];
        }
    }

    /** Multiplies by a small number and carries, so that the magnitude is about 1 again; factor and magnitude are below 32. */
    static void scale(long[] result, long[] a, long factor) {
        long c0 = a[0] * factor;
        long c1 = a[1] * factor + (c0 >> LIMB_BITS);
        long c2 = a[2] * factor + (c1 >> LIMB_BITS);
        long c3 = a[3] * factor + (c2 >> LIMB_BITS);
        long c4 = a[4] * factor + (c3 >> LIMB_BITS);
        result[0] = (c0 & LIMB_MASK) + (c4 >> TOP_BITS) * FOLD_256;
        result[1] = c1 & LIMB_MASK;
        result[2] = c2 & LIMB_MASK;
        result[3] = c3 & LIMB_MASK;
        result[4] = c4 & TOP_MASK;
    }

    /** Returns the low limb of a product; together with {@link #hi} it is the whole: a b = hi 2^52 + lo. */
    private static long lo(long a, long b) {
        return a * b & LIMB_MASK;
    }

    /** Returns floor(a b / 2^52), signs included, for factors below 2^57 in magnitude. */
    private static long hi(long a, long b) {
        return Math.multiplyHigh(a << 6, b << 6);
    }

    static void multiply(long[] result, long[] a, long[] b) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long b0 = b[0];
        long b1 = b[1];
        long b2 = b[2];
        long b3 = b[3];
        long b4 = b[4];
        long h0 = hi(a0, b0);
        long h1 = hi(a0, b1) + hi(a1, b0);
        long h2 = hi(a0, b2) + hi(a1, b1) + hi(a2, b0);
        long h3 = hi(a0, b3) + hi(a1, b2) + hi(a2, b1) + hi(a3, b0);
        long h4 = hi(a0, b4) + hi(a1, b3) + hi(a2, b2) + hi(a3, b1) + hi(a4, b0);
        long h5 = hi(a1, b4) + hi(a2, b3) + hi(a3, b2) + hi(a4, b1);
        long h6 = hi(a2, b4) + hi(a3, b3) + hi(a4, b2);
        long h7 = hi(a3, b4) + hi(a4, b3);
        long h8 = hi(a4, b4);
        long c0 = lo(a0, b0);
        long c1 = h0 + lo(a0, b1) + lo(a1, b0);
        long c2 = h1 + lo(a0, b2) + lo(a1, b1) + lo(a2, b0);
        long c3 = h2 + lo(a0, b3) + lo(a1, b2) + lo(a2, b1) + lo(a3, b0);
        long c4 = h3 + lo(a0, b4) + lo(a1, b3) + lo(a2, b2) + lo(a3, b1) + lo(a4, b0);
        long c5 = h4 + lo(a1, b4) + lo(a2, b3) + lo(a3, b2) + lo(a4, b1);
        long c6 = h5 + lo(a2, b4) + lo(a3, b3) + lo(a4, b2);
        long c7 = h6 + lo(a3, b4) + lo(a4, b3);
        long c8 = h7 + lo(a4, b4);
        reduce(result, c0, c1, c2, c3, c4, c5, c6, c7, c8, h8);
    }

    static void square(long[] result, long[] a) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long h0 = hi(a0, a0);
        long h1 = 2 * hi(a0, a1);
        long h2 = 2 * hi(a0, a2) + hi(a1, a1);
        long h3 = 2 * (hi(a0, a3) + hi(a1, a2));
        long h4 = 2 * (hi(a0, a4) + hi(a1, a3)) + hi(a2, a2);
        long h5 = 2 * (hi(a1, a4) + hi(a2, a3));
        long h6 = 2 * hi(a2, a4) + hi(a3, a3);
        long h7 = 2 * hi(a3, a4);
        long h8 = hi(a4, a4);
        long c0 = lo(a0, a0);
        long c1 = h0 + 2 * lo(a0, a1);
        long c2 = h1 + 2 * lo(a0, a2) + lo(a1, a1);
        long c3 = h2 + 2 * (lo(a0, a3) + lo(a1, a2));
        long c4 = h3 + 2 * (lo(a0, a4) + lo(a1, a3)) + lo(a2, a2);
        long c5 = h4 + 2 * (lo(a1, a4) + lo(a2, a3));
        long c6 = h5 + 2 * lo(a2, a4) + lo(a3, a3);
        long c7 = h6 + 2 * lo(a3, a4);
        long c8 = h7 + lo(a4, a4);
        reduce(result, c0, c1, c2, c3, c4, c5, c6, c7, c8, h8);
    }

    /** Brings the ten columns of a product down to five limbs: the upper five return as multiples of 2^260 mod p. */
    private static void reduce(
            long[] result, long c0, long c1, long c2, long c3, long c4, long c5, long c6, long c7, long c8, long c9) {
        long u6 = c6 + (c5 >> LIMB_BITS);
        long u7 = c7 + (u6 >> LIMB_BITS);
        long u8 = c8 + (u7 >> LIMB_BITS);
        long m9 = c9 + (u8 >> LIMB_BITS);
        long m5 = c5 & LIMB_MASK;
        long m6 = u6 & LIMB_MASK;
        long m7 = u7 & LIMB_MASK;
        long m8 = u8 & LIMB_MASK;
        long r0 = c0 + lo(m5, FOLD_260);
        long r1 = c1 + lo(m6, FOLD_260) + hi(m5, FOLD_260) + (r0 >> LIMB_BITS);
        long r2 = c2 + lo(m7, FOLD_260) + hi(m6, FOLD_260) + (r1 >> LIMB_BITS);
        long r3 = c3 + lo(m8, FOLD_260) + hi(m7, FOLD_260) + (r2 >> LIMB_BITS);
        long r4 = c4 + lo(m9, FOLD_260) + hi(m8, FOLD_260) + (r3 >> LIMB_BITS);
        // What is left above bit 256 is small, so that one more fold ends in the lower two limbs.
        long top = (hi(m9, FOLD_260) << 4) + (r4 >> TOP_BITS);
        long s0 = (r0 & LIMB_MASK) + lo(top, FOLD_256);
        long s1 = (r1 & LIMB_MASK) + hi(top, FOLD_256) + (s0 >> LIMB_BITS);
        result[0] = s0 & LIMB_MASK;
        result[1] = s1 & LIMB_MASK;
        result[2] = (r2 & LIMB_MASK) + (s1 >> LIMB_BITS);
        result[3] = r3 & LIMB_MASK;
        result[4] = r4 & TOP_MASK;
    }

    /** Raises to 2^{@code count} and multiplies: result = a^(2^count) b. The result must be no operand. */
    private static void squareTimes(long[] result, long[] a, int count, long[] b) {
        square(result, a);
        for (int i = 1; i < count; i++) {
            square(result, result);
        }
        multiply(result, result, b);
    }

    /** Returns a^(2^223 - 1), where the exponents of both inversion and square root begin, beside a^3 and a^(2^22 - 1). */
    private static long[][] powers(long[] a) {
        long[] x2 = new long[LIMBS];
        long[] x3 = new long[LIMBS];
        long[] x6 = new long[LIMBS];
        long[] x9 = new long[LIMBS];
        long[] x11 = new long[LIMBS];
        long[] x22 = new long[LIMBS];
        long[] x44 = new long[LIMBS];
        long[] x88 = new long[LIMBS];
        long[] x176 = new long[LIMBS];
        long[] x220 = new long[LIMBS];
        long[] x223 = new long[LIMBS];
        squareTimes(x2, a, 1, a);
        squareTimes(x3, x2, 1, a);
        squareTimes(x6, x3, 3, x3);
        squareTimes(x9, x6, 3, x3);
        squareTimes(x11, x9, 2, x2);
        squareTimes(x22, x11, 11, x11);
        squareTimes(x44, x22, 22, x22);
        squareTimes(x88, x44, 44, x44);
        squareTimes(x176, x88, 88, x88);
        squareTimes(x220, x176, 44, x44);
        squareTimes(x223, x220, 3, x3);
        return new long[][] {x2, x22, x223};
    }

    /** Writes a^(p - 2): the inverse, or 0 for 0. */
    static void invert(long[] result, long[] a) {
        long[][] powers = powers(a);
        long[] t = new long[LIMBS];
        long[] u = new long[LIMBS];
        squareTimes(t, powers[2], 23, powers[1]);
        squareTimes(u, t, 5, a);
        squareTimes(t, u, 3, powers[0]);
        squareTimes(u, t, 2, a);
        System.arraycopy(u, 0, result, 0, LIMBS);
    }

    /** Writes a^((p + 1) / 4), which is a square root if there is one; returns whether it is. */
    static boolean squareRoot(long[] result, long[] a) {
        long[][] powers = powers(a);
        long[] t = new long[LIMBS];
        long[] root = new long[LIMBS];
        squareTimes(t, powers[2], 23, powers[1]);
        squareTimes(root, t, 6, powers[0]);
        square(root, root);
        square(root, root);
        square(t, root);
        subtract(t, t, a);
        System.arraycopy(root, 0, result, 0, LIMBS);
        return isZero(t);
    }

    /** Reduces fully: limbs in their range, the value below p. */
    static void normalize(long[] a) {
        carry(a);
        carry(a);
        carry(a);
        // The value is below 2^256 now: take p away if that leaves something that is not negative.
        long t0 = a[0] - P0;
        long t1 = a[1] - LIMB_MASK + (t0 >> LIMB_BITS);
        long t2 = a[2] - LIMB_MASK + (t1 >> LIMB_BITS);
        long t3 = a[3] - LIMB_MASK + (t2 >> LIMB_BITS);
        long t4 = a[4] - TOP_MASK + (t3 >> LIMB_BITS);
        long keep = t4 >> 63;
        a[0] = (a[0] & keep) | (t0 & LIMB_MASK & ~keep);
        a[1] = (a[1] & keep) | (t1 & LIMB_MASK & ~keep);
        a[2] = (a[2] & keep) | (t2 & LIMB_MASK & ~keep);
        a[3] = (a[3] & keep) | (t3 & LIMB_MASK & ~keep);
        a[4] = (a[4] & keep) | (t4 & ~keep);
    }

    /** Carries once; what leaves at the top returns at the bottom. A negative value becomes positive by this. */
    private static void carry(long[] a) {
        for (int i = 0; i < LIMBS - 1; i++) {
            a[i + 1] += a[i] >> LIMB_BITS;
            a[i] &= LIMB_MASK;
        }
        long top = a[LIMBS - 1] >> TOP_BITS;
        a[LIMBS - 1] &= TOP_MASK;
        a[0] += top * FOLD_256;
    }

    static boolean isZero(long[] a) {
        long[] reduced = a.clone();
        normalize(reduced);
        return (reduced[0] | reduced[1] | reduced[2] | reduced[3] | reduced[4]) == 0;
    }

    /** Returns the lowest bit of a fully reduced element. */
    static int parity(long[] normalized) {
        return (int) normalized[0] & 1;
    }

    /** Writes a fully reduced element as 32 bytes, big-endian. */
    static void encode(long[] normalized, byte[] target, int offset) {
        long[] n = normalized;
        BIG_ENDIAN.set(target, offset, n[3] >>> 36 | n[4] << 16);
        BIG_ENDIAN.set(target, offset + 8, n[2] >>> 24 | n[3] << 28);
        BIG_ENDIAN.set(target, offset + 16, n[1] >>> 12 | n[2] << 40);
        BIG_ENDIAN.set(target, offset + 24, n[0] | n[1] << 52);
    }

    /** Reads 32 bytes, big-endian, as they are: the value may be p or more. */
    static long[] decode(byte[] source, int offset) {
        long w3 = (long) BIG_ENDIAN.get(source, offset);
        long w2 = (long) BIG_ENDIAN.get(source, offset + 8);
        long w1 = (long) BIG_ENDIAN.get(source, offset + 16);
        long w0 = (long) BIG_ENDIAN.get(source, offset + 24);
        return new long[] {
            w0 & LIMB_MASK,
            (w0 >>> 52 | w1 << 12) & LIMB_MASK,
            (w1 >>> 40 | w2 << 24) & LIMB_MASK,
            (w2 >>> 28 | w3 << 36) & LIMB_MASK,
            w3 >>> 16
        };
    }
}
