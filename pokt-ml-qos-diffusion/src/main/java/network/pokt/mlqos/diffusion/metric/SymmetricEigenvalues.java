package network.pokt.mlqos.diffusion.metric;

import java.util.Arrays;

/**
 * The eigenvalues of a symmetric matrix, without vectors: Householder reduction to three diagonals, then QL steps with
 * Wilkinson's shift (Golub and Van Loan, Matrix Computations, 8.3).
 */
final class SymmetricEigenvalues {

    private static final int MAX_STEPS = 60;

    private SymmetricEigenvalues() {}

    /** Returns the eigenvalues in no particular order; of {@code matrix} the upper triangle is read, and used up. */
    static double[] of(double[][] matrix) {
        int n = matrix.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        reduce(matrix, diagonal, beside);
        diagonalise(diagonal, beside);
        return diagonal;
    }

    /**
     * Reflects row after row. The change that a reflection makes to the rest of the matrix is put off until the rest is read for
     * the next reflection, since reading it is what takes the time.
     */
    private static void reduce(double[][] a, double[] diagonal, double[] beside) {
        int n = a.length;
        double[] v = new double[n];
        double[] w = new double[n];
        double[] nextV = new double[n];
        double[] nextW = new double[n];
        for (int k = 0; k < n; k++) {
            change(a[k], k, v, w);
            diagonal[k] = a[k][k];
            if (k == n - 1) {
                return;
            }
            beside[k] = reflection(a[k], k + 1, nextV);
            double square = dot(nextV, nextV, k + 1);
            double beta = square == 0 ? 0 : 2 / square;
            Arrays.fill(nextW, 0);
            for (int i = k + 1; i < n; i++) {
                change(a[i], i, v, w);
                addSymmetric(a[i], i, nextV, nextW);
            }
            double half = beta / 2 * dot(nextW, nextV, k + 1);
            for (int j = k + 1; j < n; j++) {
                nextW[j] = beta * (nextW[j] - half * nextV[j]);
            }
            double[] spentV = v;
            double[] spentW = w;
            v = nextV;
            w = nextW;
            nextV = spentV;
            nextW = spentW;
        }
    }

    /** Makes the vector that reflects a row onto its first place, and returns what is there then. */
    private static double reflection(double[] row, int from, double[] v) {
        double norm = 0;
        for (int j = from; j < row.length; j++) {
            v[j] = row[j];
            norm = Math.hypot(norm, v[j]);
        }
        double alpha = v[from] > 0 ? -norm : norm;
        v[from] -= alpha;
        return alpha;
    }

    /** Makes up in row {@code i} of the upper triangle for the last reflection. */
    private static void change(double[] row, int i, double[] v, double[] w) {
        double vi = v[i];
        double wi = w[i];
        for (int j = i; j < row.length; j++) {
            row[j] -= vi * w[j] + wi * v[j];
        }
    }

    /** Adds what row {@code i} of the upper triangle, and the column that mirrors it, has to the product with v. */
    private static void addSymmetric(double[] row, int i, double[] v, double[] product) {
        double vi = v[i];
        for (int j = i + 1; j < row.length; j++) {
            product[j] += vi * row[j];
        }
        product[i] += dot(row, v, i);
    }

    /** Returns the inner product from one place on; four sums at once, since one waits for itself. */
    private static double dot(double[] a, double[] b, int from) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
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
