package network.pokt.mlqos.diffusion.metric;

import java.util.Arrays;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * A picture as numbers: one plane of doubles for each channel, row by row. Immutable and thread-safe.
 *
 * <p>The numbers are on whatever scale the caller chose; {@link #of(RgbImage)} gives 0 to 1.
 */
public final class Planes {

    private final int width;
    private final int height;
    private final double[][] values;

    private Planes(int width, int height, double[][] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /**
     * Returns planes of these values, by channel.
     *
     * @throws IllegalArgumentException if there is no channel, or one has not {@code width * height} finite values
     */
    public static Planes of(int width, int height, double[]... channels) {
        double[][] values = new double[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            values[c] = channels[c].clone();
            if (width < 1 || height < 1 || values[c].length != (long) width * height) {
                throw new IllegalArgumentException("Channel " + c + " of " + width + " x " + height + " pixels has "
                        + values[c].length + " values, give one for each pixel.");
            }
            if (!Arrays.stream(values[c]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "Channel " + c + " has a value that is no finite number; clean the picture before comparing.");
            }
        }
        if (channels.length == 0) {
            throw new IllegalArgumentException("A picture needs at least one channel.");
        }
        return new Planes(width, height, values);
    }

    /** Returns red, green and blue on a scale of 0 to 1. */
    public static Planes of(RgbImage image) {
        byte[] bytes = image.toByteArray();
        double[][] values = new double[3][bytes.length / 3];
        for (int i = 0; i < bytes.length; i++) {
            values[i % 3][i / 3] = (bytes[i] & 0xff) / 255.0;
        }
        return new Planes(image.width(), image.height(), values);
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /** Returns the number of channels. */
    public int channels() {
        return values.length;
    }

    /** Returns a copy of the values of one channel. */
    public double[] channel(int channel) {
        return values[channel].clone();
    }

    /** Returns the largest value less the smallest. */
    public double range() {
        return max() - min();
    }

    double min() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).min().orElseThrow();
    }

    double max() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    /** Returns the values themselves, which nobody may change. */
    double[] raw(int channel) {
        return values[channel];
    }

    /** Returns half the size: each value the mean of four; an odd last row or column is left out. */
    Planes halved() {
        int w = width / 2;
        int h = height / 2;
        double[][] halves = new double[values.length][w * h];
        for (int c = 0; c < values.length; c++) {
            double[] from = values[c];
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    int at = 2 * y * width + 2 * x;
                    halves[c][y * w + x] = (from[at] + from[at + 1] + from[at + width] + from[at + width + 1]) / 4;
                }
            }
        }
        return new Planes(w, h, halves);
    }

    /** Insists that both have one shape. */
    void requireShapeOf(Planes other) {
        if (width != other.width || height != other.height || values.length != other.values.length) {
            throw new IllegalArgumentException("Only pictures of one shape can be compared, got " + this + " and "
                    + other + "; scale one of them first.");
        }
    }

    @Override
    public String toString() {
        return width + " x " + height + " x " + values.length;
    }
}
