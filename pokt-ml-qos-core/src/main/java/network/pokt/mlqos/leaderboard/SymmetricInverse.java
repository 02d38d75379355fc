package network.pokt.mlqos.leaderboard;

/** The inverse of a symmetric, positive definite matrix, by its Cholesky factor. */
final class SymmetricInverse {

    private SymmetricInverse() {}

    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = factor(matrix);
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n];
            x[column] = 1;
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < i; k++) {
                    x[i] -= factor[i][k] * x[k];
                }
                x[i] /= factor[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) {
                    x[i] -= factor[k][i] * x[k];
                }
                x[i] /= factor[i][i];
            }
            inverse[column] = x;
        }
        return inverse;
    }

    private static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }
}
