package network.pokt.mlqos.diffusion.metric;

/**
 * The universal image quality index, UIQI (Wang and Bovik 2002), over a Gaussian window of 11 x 11 within the picture.
 *
 * @param epsilon what is added to the denominator: 0 as in the torchmetrics that HEIM pins, where a flat place gives NaN, or the
 *     spacing of floating-point numbers at 1 as in torchmetrics 1.x
 */
public record UniversalQuality(double epsilon) {

    /** The spacing of doubles at 1. */
    public static final double DOUBLE_EPSILON = Math.ulp(1.0);

    /** The spacing of floats at 1, which torchmetrics adds to 32-bit tensors. */
    public static final double FLOAT_EPSILON = Math.ulp(1.0f);

    /** Refuses a negative epsilon. */
    public UniversalQuality {
        if (!(epsilon >= 0)) {
            throw new IllegalArgumentException("The epsilon is 0 or more, got " + epsilon + ".");
        }
    }

    /** Returns HEIM's: without an epsilon. */
    public static UniversalQuality heim() {
        return new UniversalQuality(0);
    }

    /**
     * Returns the index, -1 to 1, 1 for equal pictures; without an epsilon NaN if both pictures are flat somewhere, which HEIM
     * leaves out.
     *
     * @throws IllegalArgumentException if the shapes differ or a picture is smaller than 11 x 11
     */
    public double between(Planes target, Planes image) {
        target.requireShapeOf(image);
        double sum = 0;
        long count = 0;
        for (int channel = 0; channel < target.channels(); channel++) {
            LocalMoments local = LocalMoments.of(target, image, channel, FilterWindow.gaussian(), Border.INTERIOR);
            for (int i = 0; i < local.meanA.length; i++) {
                double a = local.meanA[i];
                double b = local.meanB[i];
                double spread = local.varianceA[i] + local.varianceB[i];
                sum += 2 * a * b * 2 * local.covariance[i] / ((a * a + b * b) * spread + epsilon);
                count++;
            }
        }
        return sum / count;
    }
}
