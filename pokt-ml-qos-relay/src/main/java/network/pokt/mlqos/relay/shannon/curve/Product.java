package network.pokt.mlqos.relay.shannon.curve;

import org.jspecify.annotations.Nullable;

/** The outcome of a multiplication, not yet brought to affine form, because that costs as much as a third of it. */
public final class Product {

    private final ProjectivePoint point;

    Product(ProjectivePoint point) {
        this.point = point;
    }

    /** Returns the point, null if it is infinity. */
    public @Nullable CurvePoint toAffine() {
        return ProjectivePoint.toAffine(point)[0];
    }

    /** Returns the points of two products at the price of one, null for infinity. */
    public static @Nullable CurvePoint[] toAffine(Product first, Product second) {
        return ProjectivePoint.toAffine(first.point, second.point);
    }
}
