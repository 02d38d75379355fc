package network.pokt.mlqos.diffusion.signal;

import java.util.Arrays;
import java.util.Locale;
import network.pokt.mlqos.diffusion.image.AreaScale;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * 64 bits that change little when a picture does: for finding one picture again after it was recompressed, scaled or lightened.
 *
 * <p>Pictures are scaled by exact area averaging, so that the bits are the same on every machine; other libraries scale in other
 * ways and their bits are not comparable. The definitions are those of the Python library ImageHash.
 *
 * @param kind how the bits were found
 * @param bits the bits, first one highest
 */
public record PerceptualHash(Kind kind, long bits) {

    /** How bits are found. */
    public enum Kind {
        /** aHash: whether each of 8 x 8 areas is lighter than their mean. */
        AVERAGE,
        /** dHash: whether each area is lighter than the one to its left, of 9 x 8. */
        DIFFERENCE,
        /** pHash: whether each of the 8 x 8 lowest frequencies of 32 x 32 areas is above their median. */
        FREQUENCY
    }

    private static final int SIDE = 8;
    private static final int FINE = 32;

    /** Returns the hash of a picture. */
    public static PerceptualHash of(Kind kind, RgbImage image) {
        return switch (kind) {
            case AVERAGE -> average(AreaScale.scale(image.gray(), SIDE, SIDE));
            case DIFFERENCE -> difference(AreaScale.scale(image.gray(), SIDE + 1, SIDE));
            case FREQUENCY -> frequency(AreaScale.scale(image.gray(), FINE, FINE));
        };
    }

    /** Returns in how many bits two hashes differ, 0 to 64; up to 10 is near for pHash, unrelated pictures differ in about 32. */
    public int distance(PerceptualHash other) {
        if (kind != other.kind) {
            throw new IllegalArgumentException(
                    "A hash of kind " + kind + " says nothing about one of kind " + other.kind + ".");
        }
        return Long.bitCount(bits ^ other.bits);
    }

    static PerceptualHash average(double[][] areas) {
        double mean =
                Arrays.stream(areas).flatMapToDouble(Arrays::stream).average().orElseThrow();
        long bits = 0;
        for (double[] row : areas) {
            for (double area : row) {
                bits = bits << 1 | (area > mean ? 1 : 0);
            }
        }
        return new PerceptualHash(Kind.AVERAGE, bits);
    }

    static PerceptualHash difference(double[][] areas) {
        long bits = 0;
        for (double[] row : areas) {
            for (int x = 0; x < SIDE; x++) {
                bits = bits << 1 | (row[x + 1] > row[x] ? 1 : 0);
            }
        }
        return new PerceptualHash(Kind.DIFFERENCE, bits);
    }

    static PerceptualHash frequency(double[][] areas) {
        double[] low = new double[SIDE * SIDE];
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < SIDE; u++) {
                low[v * SIDE + u] = coefficient(areas, u, v);
            }
        }
        double[] sorted = low.clone();
        Arrays.sort(sorted);
        double median = (sorted[low.length / 2 - 1] + sorted[low.length / 2]) / 2;
        long bits = 0;
        for (double value : low) {
            bits = bits << 1 | (value > median ? 1 : 0);
        }
        return new PerceptualHash(Kind.FREQUENCY, bits);
    }

    /** A coefficient of the cosine transform (DCT-II), up to a factor that all share. */
    private static double coefficient(double[][] areas, int u, int v) {
        double sum = 0;
        for (int y = 0; y < FINE; y++) {
            double line = 0;
            for (int x = 0; x < FINE; x++) {
                line += areas[y][x] * Math.cos(Math.PI * (2 * x + 1) * u / (2 * FINE));
            }
            sum += line * Math.cos(Math.PI * (2 * y + 1) * v / (2 * FINE));
        }
        return sum;
    }

    /** Returns the 16 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%016x", bits);
    }
}
