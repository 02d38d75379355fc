package network.pokt.mlqos.metric;

/**
 * The sum of numbers as numpy's {@code np.sum} and {@code np.mean} add them: by halves, and in eight columns below 129 numbers.
 *
 * <p>Source: numpy 2.4; the error grows with the logarithm of the count (N. Higham, "The Accuracy of Floating Point Summation",
 * SIAM J. Sci. Comput. 14, 1993).
 */
final class PairwiseSum {

    private static final int COLUMNS = 8;
    private static final int BLOCK = 128;

    private PairwiseSum() {}

    static double of(double... values) {
        return sum(values, 0, values.length);
    }

    private static double sum(double[] values, int from, int count) {
        if (count < COLUMNS) {
            double sum = 0;
            for (int i = from; i < from + count; i++) {
                sum += values[i];
            }
            return sum;
        }
        if (count <= BLOCK) {
            return block(values, from, count);
        }
        int half = count / 2;
        half -= half % COLUMNS;
        return sum(values, from, half) + sum(values, from + half, count - half);
    }

    private static double block(double[] values, int from, int count) {
        double[] columns = new double[COLUMNS];
        System.arraycopy(values, from, columns, 0, COLUMNS);
        int end = from + count - count % COLUMNS;
        for (int i = from + COLUMNS; i < end; i += COLUMNS) {
            for (int column = 0; column < COLUMNS; column++) {
                columns[column] += values[i + column];
            }
        }
        double sum = ((columns[0] + columns[1]) + (columns[2] + columns[3]))
                + ((columns[4] + columns[5]) + (columns[6] + columns[7]));
        for (int i = end; i < from + count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
