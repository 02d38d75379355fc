package network.pokt.mlqos.diffusion.metric;

import network.pokt.mlqos.diffusion.image.GrayImage;

/**
 * How rough the dark parts of a picture are, by counting boxes: 1 for a line, 2 for noise. HEIM takes its distance from 1.4, the
 * value that people prefer.
 *
 * <p>Boxes have sides of powers of two from the largest that fits down to 4 and count if they are neither empty nor full; the
 * slope is that of least squares through the logarithms ({@code fractal_dimension_util.py} of HEIM).
 */
public final class FractalDimension {

    private static final double IDEAL = 1.4;

    /** Below this share of white a pixel is dark. */
    private static final double DARK = 0.2;

    private static final int SMALLEST_BOX = 4;

    private FractalDimension() {}

    /**
     * Returns the dimension; NaN or infinite where no box counts at some size, as in a picture without dark parts.
     *
     * @throws IllegalArgumentException if a side is shorter than 8, so that there are no two sizes of boxes
     */
    public static double of(GrayImage image) {
        int largest = Integer.highestOneBit(Math.min(image.width(), image.height()));
        if (largest <= SMALLEST_BOX) {
            throw new IllegalArgumentException("A fractal dimension needs at least 8 x 8 pixels, got " + image.width()
                    + " x " + image.height() + ".");
        }
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int size = largest; size >= SMALLEST_BOX; size /= 2) {
            double x = Math.log(size);
            double y = Math.log(boxes(image, size));
            n++;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        return -(n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    }

    /** Returns how far the dimension is from 1.4: HEIM's {@code fractal_dimension_loss} of one picture. */
    public static double loss(GrayImage image) {
        return Math.abs(of(image) - IDEAL);
    }

    private static int boxes(GrayImage image, int size) {
        int boxes = 0;
        for (int top = 0; top < image.height(); top += size) {
            for (int left = 0; left < image.width(); left += size) {
                int dark = dark(image, left, top, size);
                if (dark > 0 && dark < size * size) {
                    boxes++;
                }
            }
        }
        return boxes;
    }

    private static int dark(GrayImage image, int left, int top, int size) {
        int dark = 0;
        for (int y = top; y < Math.min(top + size, image.height()); y++) {
            for (int x = left; x < Math.min(left + size, image.width()); x++) {
                if (image.at(x, y) / 255.0 < DARK) {
                    dark++;
                }
            }
        }
        return dark;
    }
}
