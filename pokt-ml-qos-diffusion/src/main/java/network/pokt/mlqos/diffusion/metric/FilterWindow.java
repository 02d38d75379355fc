package network.pokt.mlqos.diffusion.metric;

import java.util.Arrays;

/** The window over which local means and variances are taken: one row of weights, used in both directions. */
public final class FilterWindow {

    private final String name;
    private final double[] weights;
    private final double covarianceFactor;

    private FilterWindow(String name, double[] weights, double covarianceFactor) {
        this.name = name;
        this.weights = weights;
        this.covarianceFactor = covarianceFactor;
    }

    /** Returns the Gaussian of 11 x 11 with a standard deviation of 1.5, which is the usual one. */
    public static FilterWindow gaussian() {
        return gaussian(11, 1.5);
    }

    /**
     * Returns a Gaussian.
     *
     * @param size odd, at least 1
     * @param sigma the standard deviation in pixels, more than 0
     */
    public static FilterWindow gaussian(int size, double sigma) {
        requireOdd(size);
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("A Gaussian needs a standard deviation above 0, got " + sigma + ".");
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double distance = (i - size / 2) / sigma;
            weights[i] = Math.exp(-distance * distance / 2);
        }
        double sum = Arrays.stream(weights).sum();
        return new FilterWindow(
                "gaussian " + size + ", " + sigma,
                Arrays.stream(weights).map(weight -> weight / sum).toArray(),
                1);
    }

    /** Returns a square of equal weights; {@code size} is odd, at least 1. */
    public static FilterWindow uniform(int size) {
        requireOdd(size);
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        return new FilterWindow("uniform " + size, weights, 1);
    }

    /** Returns a square whose variances are those of a sample, n / (n - 1) times larger: the default of scikit-image, with 7. */
    public static FilterWindow uniformSample(int size) {
        requireOdd(size);
        double count = (double) size * size;
        return new FilterWindow("uniform sample " + size, uniform(size).weights, count / (count - 1));
    }

    /** Returns how many pixels wide and high the window is. */
    public int size() {
        return weights.length;
    }

    double[] weights() {
        return weights;
    }

    double covarianceFactor() {
        return covarianceFactor;
    }

    private static void requireOdd(int size) {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException(
                    "A window has a pixel in its middle: give an odd size, got " + size + ".");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
