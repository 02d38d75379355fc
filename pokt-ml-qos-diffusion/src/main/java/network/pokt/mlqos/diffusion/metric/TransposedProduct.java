package network.pokt.mlqos.diffusion.metric;

/**
 * Adds {@code X' Y} to a matrix, which covariances, triangular roots and congruences come down to. Rows are taken four at a time
 * and columns in tiles, so that what is used again is still near: several times as fast as product after product.
 */
final class TransposedProduct {

    /** Columns of a tile; with {@link #TILE_ROWS} rows it takes 128 KiB. */
    private static final int TILE_COLUMNS = 256;

    private static final int TILE_ROWS = 64;

    private final double sign;
    private final double[][] x;
    private final double[][] y;
    private final boolean upper;

    private TransposedProduct(double sign, double[][] x, double[][] y, boolean upper) {
        this.sign = sign;
        this.x = x;
        this.y = y;
        this.upper = upper;
    }

    /** Begins {@code X' Y}. */
    static TransposedProduct of(double[][] x, double[][] y) {
        return new TransposedProduct(1, x, y, false);
    }

    /** Returns the same, of which only what is on and above the diagonal is worked out. */
    TransposedProduct upperTriangle() {
        return new TransposedProduct(sign, x, y, true);
    }

    /** Returns the same, to be subtracted. */
    TransposedProduct negated() {
        return new TransposedProduct(-sign, x, y, upper);
    }

    /** Adds the product over rows {@code from} to {@code to} of X and Y to the rows {@code top} to {@code bottom} of a target. */
    void addTo(double[][] target, int top, int bottom, int from, int to) {
        int columns = target[0].length;
        for (int left = 0; left < columns; left += TILE_COLUMNS) {
            int right = Math.min(columns, left + TILE_COLUMNS);
            int last = upper ? Math.min(bottom, right) : bottom;
            for (int first = from; first < to; first += TILE_ROWS) {
                int past = Math.min(to, first + TILE_ROWS);
                for (int i = top; i < last; i++) {
                    addRow(target[i], i, upper ? Math.max(left, i) : left, right, first, past);
                }
            }
        }
    }

    private void addRow(double[] target, int i, int left, int right, int first, int past) {
        int k = first;
        for (; k + 3 < past; k += 4) {
            addFour(
                    target,
                    left,
                    right,
                    sign * x[k][i],
                    y[k],
                    sign * x[k + 1][i],
                    y[k + 1],
                    sign * x[k + 2][i],
                    y[k + 2],
                    sign * x[k + 3][i],
                    y[k + 3]);
        }
        for (; k < past; k++) {
            addScaled(sign * x[k][i], y[k], left, right, target);
        }
    }

    private static void addFour(
            double[] target,
            int left,
            int right,
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD) {
        if (a == 0 && b == 0 && c == 0 && d == 0) {
            return;
        }
        for (int j = left; j < right; j++) {
            target[j] += a * rowA[j] + b * rowB[j] + (c * rowC[j] + d * rowD[j]);
        }
    }

    private static void addScaled(double factor, double[] row, int left, int right, double[] target) {
        for (int j = left; j < right; j++) {
            target[j] += factor * row[j];
        }
    }
}
