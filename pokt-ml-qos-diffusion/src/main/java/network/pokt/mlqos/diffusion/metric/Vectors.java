package network.pokt.mlqos.diffusion.metric;

/** Products and lengths of feature vectors. */
final class Vectors {

    private Vectors() {}

    /** Returns the inner product; four sums at once, since one waits for itself. */
    static double dot(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Features of " + a.length + " and " + b.length
                    + " values cannot be compared; they come from different models.");
        }
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** Returns the length; a vector without one has no direction. */
    static double length(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 0) || !Double.isFinite(length)) {
            throw new IllegalArgumentException(
                    "A feature vector of length " + length + " has no direction; leave that picture or text out.");
        }
        return length;
    }
}
