package network.pokt.mlqos.diffusion.metric;

import java.util.Arrays;

/**
 * The eigenvalues of a symmetric matrix, without vectors: Householder reduction to three diagonals, then QL steps with
 * Wilkinson's shift (Golub and Van Loan, Matrix Computations, 8.3).
 */
final class SymmetricEigenvalues {

    private static final int MAX_STEPS = 60;

    private SymmetricEigenvalues() {}

    /** Returns the eigenvalues in no particular order; {@code matrix} is used up. */
    static double[] of(double[][] matrix) {
        int n = matrix.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        reduce(matrix, diagonal, beside);
        diagonalise(diagonal, beside);
        return diagonal;
    }

    private static void reduce(double[][] a, double[] diagonal, double[] beside) {
        int n = a.length;
        double[] v = new double[n];
        double[] w = new double[n];
        for (int k = 0; k < n; k++) {
            diagonal[k] = a[k][k];
            if (k == n - 1) {
                return;
            }
            double norm = 0;
            for (int j = k + 1; j < n; j++) {
                v[j] = a[k][j];
                norm = Math.hypot(norm, v[j]);
            }
            double alpha = v[k + 1] > 0 ? -norm : norm;
            beside[k] = alpha;
            v[k + 1] -= alpha;
            double square = dot(v, v, k + 1);
            if (square == 0) {
                continue;
            }
            reflect(a, v, w, 2 / square, k + 1);
        }
    }

    /** Applies the reflection along {@code v} from both sides to the rows and columns from {@code from} on. */
    private static void reflect(double[][] a, double[] v, double[] w, double beta, int from) {
        int n = a.length;
        Arrays.fill(w, 0);
        for (int i = from; i < n; i++) {
            double[] row = a[i];
            double factor = beta * v[i];
            for (int j = from; j < n; j++) {
                w[j] += factor * row[j];
            }
        }
        double half = beta / 2 * dot(w, v, from);
        for (int j = from; j < n; j++) {
            w[j] -= half * v[j];
        }
        for (int i = from; i < n; i++) {
            double[] row = a[i];
            double vi = v[i];
            double wi = w[i];
            for (int j = from; j < n; j++) {
                row[j] -= vi * w[j] + wi * v[j];
            }
        }
    }

    private static double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int i = from; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void diagonalise(double[] d, double[] e) {
        for (int low = 0; low < d.length; low++) {
            for (int step = 0; ; step++) {
                int high = blockEnd(d, e, low);
                if (high == low) {
                    break;
                }
                if (step == MAX_STEPS) {
                    throw new ArithmeticException("The eigenvalues of the covariance do not converge.");
                }
                sweep(d, e, low, high);
            }
        }
    }

    /** Returns where the block that begins at {@code low} falls apart. */
    private static int blockEnd(double[] d, double[] e, int low) {
        int high = low;
        while (high < d.length - 1 && Math.abs(e[high]) > Math.ulp(Math.abs(d[high]) + Math.abs(d[high + 1]))) {
            high++;
        }
        return high;
    }

    /** Chases a bulge from the bottom of a block to its top. */
    private static void sweep(double[] d, double[] e, int low, int high) {
        double slope = (d[low + 1] - d[low]) / (2 * e[low]);
        double shift = d[high] - d[low] + e[low] / (slope + Math.copySign(Math.hypot(slope, 1), slope));
        double sine = 1;
        double cosine = 1;
        double moved = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            double radius = Math.hypot(f, shift);
            e[i + 1] = radius;
            if (radius == 0) {
                d[i + 1] -= moved;
                e[high] = 0;
                return;
            }
            sine = f / radius;
            cosine = shift / radius;
            double g = d[i + 1] - moved;
            double r = (d[i] - g) * sine + 2 * cosine * b;
            moved = sine * r;
            d[i + 1] = g + moved;
            shift = cosine * r - b;
        }
        d[low] -= moved;
        e[low] = shift;
        e[high] = 0;
    }
}
