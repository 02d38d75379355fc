package network.pokt.mlqos.diffusion.metric;

import java.util.List;

/**
 * How far the values of pictures are apart, pixel by pixel.
 *
 * @param meanSquared the mean of squared differences
 * @param meanAbsolute the mean of absolute differences
 */
public record PixelError(double meanSquared, double meanAbsolute) {

    /**
     * Returns the error between two pictures.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static PixelError between(Planes target, Planes image) {
        return over(List.of(target), List.of(image));
    }

    /** Returns the error over a batch, in which each value counts the same. */
    static PixelError over(List<Planes> targets, List<Planes> images) {
        double squared = 0;
        double absolute = 0;
        long count = 0;
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).requireShapeOf(images.get(i));
            for (int channel = 0; channel < targets.get(i).channels(); channel++) {
                double[] a = targets.get(i).raw(channel);
                double[] b = images.get(i).raw(channel);
                for (int at = 0; at < a.length; at++) {
                    double difference = a[at] - b[at];
                    squared += difference * difference;
                    absolute += Math.abs(difference);
                }
                count += a.length;
            }
        }
        return new PixelError(squared / count, absolute / count);
    }
}
