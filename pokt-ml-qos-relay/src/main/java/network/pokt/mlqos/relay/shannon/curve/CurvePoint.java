package network.pokt.mlqos.relay.shannon.curve;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A point of the curve other than infinity, in affine coordinates. Immutable. */
public final class CurvePoint {

    /** SEC 1, section 2.3.3: the parity of y, then x. */
    public static final int ENCODED_BYTES = 33;

    private static final byte EVEN = 2;
    private static final byte ODD = 3;

    /** The constant of the curve's equation y^2 = x^3 + b. */
    static final long B = 7;

    /** The point G that everybody begins from (SEC 2, section 2.4.1). */
    public static final CurvePoint GENERATOR = new CurvePoint(
            coordinate("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"),
            coordinate("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"));

    /** Fully reduced. */
    final long[] x;

    /** Fully reduced. */
    final long[] y;

    private CurvePoint(long[] x, long[] y) {
        this.x = x;
        this.y = y;
    }

    private static long[] coordinate(String hex) {
        return Field.decode(HexFormat.of().parseHex(hex), 0);
    }

    static CurvePoint ofNormalized(long[] x, long[] y) {
        return new CurvePoint(x, y);
    }

    /** Returns the point with this compressed encoding, null if it is none: a wrong prefix, x not below p or not on the curve. */
    public static @Nullable CurvePoint decode(byte[] source, int offset) {
        if (source[offset] != EVEN && source[offset] != ODD) {
            return null;
        }
        long[] x = Field.decode(source, offset + 1);
        long[] reduced = x.clone();
        Field.normalize(reduced);
        return Arrays.equals(x, reduced) ? ofX(x, source[offset] == ODD) : null;
    }

    /** Returns the point with this x, fully reduced, and an even or odd y; null if there is none. */
    static @Nullable CurvePoint ofX(long[] x, boolean odd) {
        long[] y = new long[Field.LIMBS];
        Field.square(y, x);
        Field.multiply(y, y, x);
        y[0] += B;
        if (!Field.squareRoot(y, y)) {
            return null;
        }
        Field.normalize(y);
        // y = 0 is no coordinate of any point: -7 has no cube root, the group's order being odd.
        if ((Field.parity(y) == 1) != odd) {
            Field.negate(y, y);
            Field.normalize(y);
        }
        return new CurvePoint(x, y);
    }

    public byte[] encode() {
        byte[] bytes = new byte[ENCODED_BYTES];
        encode(bytes, 0);
        return bytes;
    }

    /** Writes the compressed encoding. */
    public void encode(byte[] target, int offset) {
        target[offset] = Field.parity(y) == 1 ? ODD : EVEN;
        Field.encode(x, target, offset + 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CurvePoint p && Arrays.equals(x, p.x) && Arrays.equals(y, p.y);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(x);
    }
}
