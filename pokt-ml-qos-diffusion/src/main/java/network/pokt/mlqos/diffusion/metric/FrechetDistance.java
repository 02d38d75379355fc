package network.pokt.mlqos.diffusion.metric;

/**
 * The Fréchet distance between two sets of features, taken for normal distributions: FID if they are the 2,048 pool features of
 * Inception-v3 (Heusel et al. 2017).
 *
 * <p>{@code |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2))}, with sample covariances. The trace of the root comes from the
 * eigenvalues of {@code L' S2 L}, where {@code S1 = L L'}, which are those of {@code S1 S2}; so no root of a matrix is formed and
 * sets with fewer pictures than features do no harm. It is biased upwards for few pictures: compare only values of equally many.
 */
public final class FrechetDistance {

    private FrechetDistance() {}

    /**
     * Returns the distance, 0 for equal distributions up to rounding.
     *
     * @throws IllegalArgumentException if the dimensions differ
     * @throws IllegalStateException if a side has fewer than 2 vectors
     */
    public static double between(FeatureStatistics a, FeatureStatistics b) {
        if (a.dimension() != b.dimension()) {
            throw new IllegalArgumentException("Features of " + a.dimension() + " and " + b.dimension()
                    + " dimensions cannot be compared; they come from different models.");
        }
        return between(a.mean(), a.covariance(), b.mean(), b.covariance());
    }

    /** Returns the distance between normal distributions of these means and covariances, such as published ones. */
    public static double between(double[] meanA, double[][] covarianceA, double[] meanB, double[][] covarianceB) {
        int n = meanA.length;
        if (meanB.length != n || covarianceA.length != n || covarianceB.length != n) {
            throw new IllegalArgumentException("Means of " + n + " and " + meanB.length + " and covariances of "
                    + covarianceA.length + " and " + covarianceB.length + " rows do not belong together.");
        }
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double difference = meanA[i] - meanB[i];
            distance += difference * difference + covarianceA[i][i] + covarianceB[i][i];
        }
        double[][] root = choleskyTransposed(covarianceA);
        double[] eigenvalues = SymmetricEigenvalues.of(sandwich(root, covarianceB));
        double trace = 0;
        for (double eigenvalue : eigenvalues) {
            trace += Math.sqrt(Math.max(0, eigenvalue));
        }
        return distance - 2 * trace;
    }

    /** Returns the transpose of L in {@code S = L L'}; where S has no rank, the row is zero. */
    private static double[][] choleskyTransposed(double[][] matrix) {
        int n = matrix.length;
        double[][] rest = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            rest[i] = matrix[i].clone();
            largest = Math.max(largest, matrix[i][i]);
        }
        double noise = n * Math.ulp(largest);
        for (int k = 0; k < n; k++) {
            double[] row = rest[k];
            double pivot = row[k];
            double scale = pivot > noise ? 1 / Math.sqrt(pivot) : 0;
            for (int j = 0; j < n; j++) {
                row[j] = j < k ? 0 : row[j] * scale;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = row[i];
                double[] below = rest[i];
                for (int j = i; j < n; j++) {
                    below[j] -= factor * row[j];
                }
            }
        }
        return rest;
    }

    /** Returns {@code R S R'} for an upper triangle R. */
    private static double[][] sandwich(double[][] r, double[][] s) {
        int n = r.length;
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = i; k < n; k++) {
                addScaled(r[i][k], s[k], 0, left[i]);
            }
        }
        // The result is symmetric, so its row i is R times the transpose of row i of the left product.
        double[][] lower = transposed(r);
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = left[i][k];
                double[] column = lower[k];
                double[] target = result[i];
                for (int j = 0; j <= k; j++) {
                    target[j] += factor * column[j];
                }
            }
        }
        return result;
    }

    private static void addScaled(double factor, double[] row, int from, double[] target) {
        for (int j = from; j < row.length; j++) {
            target[j] += factor * row[j];
        }
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }
}
