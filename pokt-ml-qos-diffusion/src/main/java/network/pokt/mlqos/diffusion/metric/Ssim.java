package network.pokt.mlqos.diffusion.metric;

/**
 * Structural similarity of two pictures (Wang et al. 2004), with k1 = 0.01 and k2 = 0.03.
 *
 * <pre>{@code
 * double similarity = Ssim.of(Border.INTERIOR).between(Planes.of(target), Planes.of(image));    // 1 for equal pictures
 * }</pre>
 *
 * @param window the local window
 * @param border which windows count
 * @param dataRange the range of values that is possible, such as 1 for {@link Planes#of(network.pokt.mlqos.diffusion.image.RgbImage)};
 *     NaN takes the larger of the two ranges that occur, as torchmetrics and HEIM do by default
 */
public record Ssim(FilterWindow window, Border border, double dataRange) {

    private static final double K1 = 0.01;
    private static final double K2 = 0.03;

    /** Refuses a range of 0 or less. */
    public Ssim {
        if (dataRange <= 0) {
            throw new IllegalArgumentException(
                    "A data range is more than 0, got " + dataRange + "; give NaN to take it from the pictures.");
        }
    }

    /** Returns the usual one: Gaussian window, values from 0 to 1. */
    public static Ssim of(Border border) {
        return new Ssim(FilterWindow.gaussian(), border, 1);
    }

    /** Returns this one with another data range. */
    public Ssim withDataRange(double range) {
        return new Ssim(window, border, range);
    }

    /** Returns this one with another window. */
    public Ssim withWindow(FilterWindow other) {
        return new Ssim(other, border, dataRange);
    }

    /**
     * Returns the mean over all channels and places, -1 to 1, 1 for equal pictures.
     *
     * @throws IllegalArgumentException if the shapes differ or a picture is smaller than the window
     */
    public double between(Planes target, Planes image) {
        return means(target, image)[0];
    }

    /** Returns the mean of the part that compares contrast and structure but not lightness. */
    public double contrast(Planes target, Planes image) {
        return means(target, image)[1];
    }

    /** Returns the mean similarity, and the mean contrast part over the interior and over this border. */
    double[] means(Planes target, Planes image) {
        target.requireShapeOf(image);
        double range = Double.isNaN(dataRange) ? Math.max(target.range(), image.range()) : dataRange;
        double c1 = (K1 * range) * (K1 * range);
        double c2 = (K2 * range) * (K2 * range);
        double similarity = 0;
        double contrast = 0;
        for (int channel = 0; channel < target.channels(); channel++) {
            LocalMoments local = LocalMoments.of(target, image, channel, window, border);
            double similarities = 0;
            double contrasts = 0;
            for (int i = 0; i < local.meanA.length; i++) {
                double a = local.meanA[i];
                double b = local.meanB[i];
                double part = (2 * local.covariance[i] + c2)
                        / (Math.max(0, local.varianceA[i]) + Math.max(0, local.varianceB[i]) + c2);
                contrasts += part;
                similarities += part * (2 * a * b + c1) / (a * a + b * b + c1);
            }
            similarity += similarities / local.meanA.length;
            contrast += contrasts / local.meanA.length;
        }
        return new double[] {similarity / target.channels(), contrast / target.channels()};
    }
}
