package network.pokt.mlqos.diffusion.metric;

import java.util.List;

/** The ratio of the largest possible signal to the noise, in decibels; infinite for equal pictures. */
public final class Psnr {

    private Psnr() {}

    /**
     * Returns {@code 10 log10(range^2 / MSE)}.
     *
     * @param dataRange the range of values that is possible: 1 for values from 0 to 1, 255 for bytes
     * @throws IllegalArgumentException if the shapes differ or the range is not more than 0
     */
    public static double between(Planes target, Planes image, double dataRange) {
        if (!(dataRange > 0)) {
            throw new IllegalArgumentException("A data range is more than 0, got " + dataRange + ".");
        }
        return decibels(PixelError.between(target, image), dataRange);
    }

    /**
     * Returns what HEIM reports for the images of one prompt against one target: the error is pooled over all images, and the
     * range reaches from the smallest value of the target or 0 to the largest or 0, since torchmetrics 0.11 starts counting
     * there. It is lower than with a range of 1 unless the target has a white pixel.
     *
     * @throws IllegalArgumentException if there is no image or a shape differs
     */
    public static double heim(Planes target, List<Planes> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("HEIM reports no PSNR without an image, leave the prompt out.");
        }
        List<Planes> targets = images.stream().map(image -> target).toList();
        double range = Math.max(target.max(), 0) - Math.min(target.min(), 0);
        return decibels(PixelError.over(targets, images), range);
    }

    private static double decibels(PixelError error, double range) {
        return 10 * Math.log10(range * range / error.meanSquared());
    }
}
