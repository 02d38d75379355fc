package network.pokt.mlqos.diffusion.feature;

import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Scales pictures as Pillow's {@code BICUBIC} does, bit for bit: a cubic of -0.5 whose reach grows when pictures shrink, first along
 * rows and then along columns, each rounded to 8 bits. What CLIP was trained on; other bicubics move its features.
 */
public final class BicubicScale {

    private static final double A = -0.5;
    private static final double REACH = 2;

    /** Pillow counts in parts of 2^22. */
    private static final int PRECISION = 22;

    private BicubicScale() {}

    /** Returns the picture at another size; both sides are at least 1. */
    public static RgbImage scale(RgbImage image, int width, int height) {
        byte[] bytes = image.toByteArray();
        byte[] across = pass(bytes, image.width(), image.height(), width, 3, 3 * image.width());
        byte[] both = transposed(across, width, image.height());
        byte[] down = pass(both, image.height(), width, height, 3, 3 * image.height());
        return RgbImage.of(width, height, transposed(down, height, width));
    }

    /** Scales the rows of a picture. */
    private static byte[] pass(byte[] from, int width, int rows, int target, int channels, int stride) {
        byte[] to = new byte[channels * target * rows];
        double scale = (double) width / target;
        double stretch = Math.max(scale, 1);
        double support = REACH * stretch;
        for (int x = 0; x < target; x++) {
            double centre = (x + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support + 0.5));
            int last = Math.min(width, (int) (centre + support + 0.5));
            int[] weights = weights(first, last, centre, stretch);
            for (int y = 0; y < rows; y++) {
                for (int c = 0; c < channels; c++) {
                    int sum = 1 << (PRECISION - 1);
                    for (int at = first; at < last; at++) {
                        sum += weights[at - first] * (from[y * stride + channels * at + c] & 0xff);
                    }
                    to[channels * (y * target + x) + c] = (byte) Math.max(0, Math.min(255, sum >> PRECISION));
                }
            }
        }
        return to;
    }

    private static int[] weights(int first, int last, double centre, double stretch) {
        double[] exact = new double[last - first];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = cubic((i + first - centre + 0.5) / stretch);
            sum += exact[i];
        }
        int[] weights = new int[exact.length];
        for (int i = 0; i < weights.length; i++) {
            double scaled = exact[i] / sum * (1 << PRECISION);
            weights[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return weights;
    }

    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return ((A + 2) * x - (A + 3)) * x * x + 1;
        }
        return x < REACH ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }

    private static byte[] transposed(byte[] bytes, int width, int height) {
        byte[] turned = new byte[bytes.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(bytes, 3 * (y * width + x), turned, 3 * (x * height + y), 3);
            }
        }
        return turned;
    }
}
