package network.pokt.mlqos.diffusion.metric;

import java.util.List;

/**
 * Structural similarity over several scales, each half the size of the one before (Wang et al. 2003).
 *
 * <p>With {@link Border#FULL} only the last scale is taken over the mirrored border and the contrast of the others within it,
 * which is what torchmetrics 1.9 does; with {@link Border#INTERIOR} all scales stay within, as in the release that HEIM pins.
 *
 * @param window the local window, the same at each scale
 * @param border which windows count
 * @param dataRange as in {@link Ssim}
 * @param weights the exponent of each scale, finest first
 * @param negatives what becomes of a scale at which the pictures are opposed
 */
public record MultiScaleSsim(
        FilterWindow window, Border border, double dataRange, List<Double> weights, Negatives negatives) {

    /** The exponents of the paper, for five scales. */
    public static final List<Double> USUAL_WEIGHTS = List.of(0.0448, 0.2856, 0.3001, 0.2363, 0.1333);

    /** What becomes of negative values, which have no power. */
    public enum Negatives {
        /** They become 0, and so does the whole; {@code relu} in torchmetrics. */
        ZERO,
        /** All values are moved from -1..1 to 0..1; {@code simple} in torchmetrics. */
        SHIFTED
    }

    /** Copies the weights and refuses an empty list. */
    public MultiScaleSsim {
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("At least one scale is needed, give its weight.");
        }
    }

    /** Returns the usual one: five scales, Gaussian window, values from 0 to 1. */
    public static MultiScaleSsim of(Border border) {
        return new MultiScaleSsim(FilterWindow.gaussian(), border, 1, USUAL_WEIGHTS, Negatives.ZERO);
    }

    /** Returns this one with another data range. */
    public MultiScaleSsim withDataRange(double range) {
        return new MultiScaleSsim(window, border, range, weights, negatives);
    }

    /** Returns this one with other scales. */
    public MultiScaleSsim withWeights(List<Double> others) {
        return new MultiScaleSsim(window, border, dataRange, others, negatives);
    }

    /** Returns this one with another way to treat negative values. */
    public MultiScaleSsim withNegatives(Negatives others) {
        return new MultiScaleSsim(window, border, dataRange, weights, others);
    }

    /**
     * Returns the similarity, 0 to 1, 1 for equal pictures.
     *
     * @throws IllegalArgumentException if the shapes differ, or the smallest scale has no room for the window: five scales of
     *     11 pixels need 176
     */
    public double between(Planes target, Planes image) {
        target.requireShapeOf(image);
        int smallest = Math.min(target.width(), target.height()) >> (weights.size() - 1);
        if (smallest < window.size()) {
            throw new IllegalArgumentException(weights.size() + " scales of a window of " + window.size()
                    + " pixels need pictures of at least " + (window.size() << (weights.size() - 1))
                    + " on each side, got " + target + ".");
        }
        Planes a = target;
        Planes b = image;
        double product = 1;
        for (int scale = 0; scale < weights.size(); scale++) {
            boolean last = scale == weights.size() - 1;
            double[] means = new Ssim(window, last ? border : Border.INTERIOR, dataRange).means(a, b);
            product *= Math.pow(usable(last ? means[0] : means[1]), weights.get(scale));
            if (!last) {
                a = a.halved();
                b = b.halved();
            }
        }
        return product;
    }

    private double usable(double value) {
        return negatives == Negatives.ZERO ? Math.max(0, value) : (value + 1) / 2;
    }
}
