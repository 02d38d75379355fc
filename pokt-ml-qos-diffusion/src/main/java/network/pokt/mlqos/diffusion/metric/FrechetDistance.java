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

    /** Rows of a root that are worked out together. */
    private static final int BLOCK = 32;

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
        double[][] root = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            root[i] = matrix[i].clone();
            largest = Math.max(largest, matrix[i][i]);
        }
        double noise = n * Math.ulp(largest);
        TransposedProduct known =
                TransposedProduct.of(root, root).upperTriangle().negated();
        for (int top = 0; top < n; top += BLOCK) {
            int bottom = Math.min(n, top + BLOCK);
            known.addTo(root, top, bottom, 0, top);
            for (int k = top; k < bottom; k++) {
                known.addTo(root, k, k + 1, top, k);
                double[] row = root[k];
                double pivot = row[k];
                double scale = pivot > noise ? 1 / Math.sqrt(pivot) : 0;
                for (int j = 0; j < n; j++) {
                    row[j] = j < k ? 0 : row[j] * scale;
                }
            }
        }
        return root;
    }

    /** Returns {@code R S R'} for an upper triangle R; only what is on and above the diagonal is worked out. */
    private static double[][] sandwich(double[][] r, double[][] s) {
        int n = r.length;
        double[][] lower = transposed(r);
        double[][] left = new double[n][n];
        TransposedProduct.of(lower, s).addTo(left, 0, n, 0, n);
        double[][] result = new double[n][n];
        TransposedProduct.of(lower, transposed(left)).upperTriangle().addTo(result, 0, n, 0, n);
        return result;
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
