package network.pokt.mlqos.relay.shannon.curve;

import org.jspecify.annotations.Nullable;

/**
 * A point under way, infinity included: x = X/Z, y = Y/Z. Mutable, not thread-safe.
 *
 * <p>Formulas are algorithms 7 (add), 8 (add affine) and 9 (twice) of Renes, Costello, Batina, "Complete addition formulas for
 * prime order elliptic curves" (2016), for a = 0. They hold for all inputs alike. Coordinates are at most twice a product's
 * magnitude, and what is multiplied below stays far under the limit that {@link Field} sets.
 */
final class ProjectivePoint {

    /** 3 b, which the formulas multiply by. */
    private static final long B3 = 3 * CurvePoint.B;

    final long[] x = new long[Field.LIMBS];
    final long[] y = Field.one();
    final long[] z = new long[Field.LIMBS];

    private final long[] t0 = new long[Field.LIMBS];
    private final long[] t1 = new long[Field.LIMBS];
    private final long[] t2 = new long[Field.LIMBS];
    private final long[] t3 = new long[Field.LIMBS];
    private final long[] t4 = new long[Field.LIMBS];
    private final long[] t5 = new long[Field.LIMBS];

    /** Begins at infinity. */
    ProjectivePoint() {}

    static ProjectivePoint of(CurvePoint point) {
        ProjectivePoint p = new ProjectivePoint();
        System.arraycopy(point.x, 0, p.x, 0, Field.LIMBS);
        System.arraycopy(point.y, 0, p.y, 0, Field.LIMBS);
        p.z[0] = 1;
        return p;
    }

    ProjectivePoint copy() {
        ProjectivePoint p = new ProjectivePoint();
        System.arraycopy(x, 0, p.x, 0, Field.LIMBS);
        System.arraycopy(y, 0, p.y, 0, Field.LIMBS);
        System.arraycopy(z, 0, p.z, 0, Field.LIMBS);
        return p;
    }

    void negate() {
        Field.negate(y, y);
    }

    /** Adds a point that may be infinity or this very point. */
    void add(ProjectivePoint other) {
        Field.multiply(t0, x, other.x);
        Field.multiply(t1, y, other.y);
        Field.multiply(t2, z, other.z);
        // t3 = x1 y2 + x2 y1, t4 = y1 z2 + y2 z1, t5 = x1 z2 + x2 z1
        Field.add(t3, x, y);
        Field.add(t4, other.x, other.y);
        Field.multiply(t3, t3, t4);
        Field.subtract(t3, t3, t0);
        Field.subtract(t3, t3, t1);
        Field.add(t4, y, z);
        Field.add(t5, other.y, other.z);
        Field.multiply(t4, t4, t5);
        Field.subtract(t4, t4, t1);
        Field.subtract(t4, t4, t2);
        Field.add(t5, x, z);
        Field.add(y, other.x, other.z);
        Field.multiply(t5, t5, y);
        Field.subtract(t5, t5, t0);
        Field.subtract(t5, t5, t2);
        finishAddition();
    }

    /** Adds the point (x2, y2), whose coordinates are products or reduced. */
    void add(long[] x2, long[] y2) {
        Field.multiply(t0, x, x2);
        Field.multiply(t1, y, y2);
        // As above, with z2 = 1.
        Field.add(t3, x, y);
        Field.add(t4, x2, y2);
        Field.multiply(t3, t3, t4);
        Field.subtract(t3, t3, t0);
        Field.subtract(t3, t3, t1);
        Field.multiply(t4, y2, z);
        Field.add(t4, t4, y);
        Field.multiply(t5, x2, z);
        Field.add(t5, t5, x);
        System.arraycopy(z, 0, t2, 0, Field.LIMBS);
        finishAddition();
    }

    /** The common end of both additions, from t0 = x1 x2, t1 = y1 y2, t2 = z1 z2 and the mixed terms t3, t4, t5. */
    private void finishAddition() {
        Field.add(x, t0, t0);
        Field.add(t0, x, t0);
        Field.scale(t2, t2, B3);
        Field.add(z, t1, t2);
        Field.subtract(t1, t1, t2);
        Field.scale(t5, t5, B3);
        Field.multiply(x, t4, t5);
        Field.multiply(t2, t3, t1);
        Field.subtract(x, t2, x);
        Field.multiply(y, t5, t0);
        Field.multiply(t1, t1, z);
        Field.add(y, t1, y);
        Field.multiply(t0, t0, t3);
        Field.multiply(z, z, t4);
        Field.add(z, z, t0);
    }

    void twice() {
        Field.square(t0, y);
        Field.multiply(t1, y, z);
        Field.square(t2, z);
        Field.scale(t2, t2, B3);
        for (int i = 0; i < Field.LIMBS; i++) {
            t3[i] = 8 * t0[i];
        }
        Field.multiply(t4, x, y);
        Field.multiply(x, t2, t3);
        Field.add(y, t0, t2);
        Field.multiply(z, t1, t3);
        Field.add(t1, t2, t2);
        Field.add(t2, t1, t2);
        Field.subtract(t0, t0, t2);
        Field.multiply(y, t0, y);
        Field.add(y, x, y);
        Field.multiply(x, t0, t4);
        Field.add(x, x, x);
    }

    boolean isInfinity() {
        return Field.isZero(z);
    }

    /** Returns the affine form of each point, for one inversion in all; null for infinity. */
    static @Nullable CurvePoint[] toAffine(ProjectivePoint... points) {
        // products[i] is the product of the z before the i-th that are not 0.
        long[][] products = new long[points.length][Field.LIMBS];
        boolean[] infinite = new boolean[points.length];
        long[] product = Field.one();
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(product, 0, products[i], 0, Field.LIMBS);
            infinite[i] = points[i].isInfinity();
            if (!infinite[i]) {
                Field.multiply(product, product, points[i].z);
            }
        }
        long[] inverse = new long[Field.LIMBS];
        Field.invert(inverse, product);
        @Nullable CurvePoint[] affine = new @Nullable CurvePoint[points.length];
        for (int i = points.length - 1; i >= 0; i--) {
            if (!infinite[i]) {
                affine[i] = points[i].scaled(inverse, products[i]);
                Field.multiply(inverse, inverse, points[i].z);
            }
        }
        return affine;
    }

    /** Returns the affine point, 1/z being the product of the two given. */
    private CurvePoint scaled(long[] inverse, long[] others) {
        long[] reciprocal = new long[Field.LIMBS];
        long[] affineX = new long[Field.LIMBS];
        long[] affineY = new long[Field.LIMBS];
        Field.multiply(reciprocal, inverse, others);
        Field.multiply(affineX, x, reciprocal);
        Field.multiply(affineY, y, reciprocal);
        Field.normalize(affineX);
        Field.normalize(affineY);
        return CurvePoint.ofNormalized(affineX, affineY);
    }
}
