package network.pokt.mlqos.route;

/**
 * The distribution of how an observation compares with what was expected of it: 64 bins, evenly spaced in the logarithm from a
 * sixteenth to sixteenfold, which forget. Not thread-safe.
 */
final class RatioDigest {

    private static final int BINS = 64;
    private static final double RANGE = Math.log(16);

    private final double[] mass = new double[BINS];
    private final double keep;
    private double n;

    RatioDigest(double memory) {
        keep = 1 - 1 / memory;
    }

    void observe(double ratio) {
        for (int i = 0; i < BINS; i++) {
            mass[i] *= keep;
        }
        n = n * keep + 1;
        double place = (Math.log(Math.max(ratio, 1e-9)) + RANGE) / (2 * RANGE) * BINS;
        mass[(int) Math.min(BINS - 1, Math.max(0, place))] += 1;
    }

    /** Returns the ratio that a share {@code q} of observations does not exceed, the upper edge of its bin; 1 before any. */
    double quantile(double q) {
        double seen = 0;
        for (int i = 0; i < BINS && n > 0; i++) {
            seen += mass[i];
            if (seen >= q * n) {
                return Math.exp((i + 1.0) / BINS * 2 * RANGE - RANGE);
            }
        }
        return 1;
    }

    double weight() {
        return n;
    }
}
