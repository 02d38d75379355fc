package network.pokt.mlqos.metric;

import java.util.Arrays;
import java.util.List;

/**
 * How often each model beats another, over all metrics: HELM's mean win rate.
 *
 * <p>In a column a model wins against each model that is worse and half against each that is exactly equal; its rate is the share
 * of the others that it wins against. Columns without a good direction or with fewer than two values are left out, and a model
 * without a value in a column is not in it. Rates depend on which models are compared: one more model changes all. Source:
 * {@code summarize.py} of HELM (stanford-crfm/helm).
 */
public final class WinRates {

    /** Which values of a column are good. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        /** Neither: the column is not compared. */
        NONE
    }

    private final double[][] rates;

    private WinRates(double[][] rates) {
        this.rates = rates;
    }

    /**
     * Returns the win rates of a table with one row for each model and one column for each metric.
     *
     * @param table values, NaN where there is none
     * @param directions one for each column
     * @throws IllegalArgumentException if a row has more or fewer values than there are directions
     */
    public static WinRates of(double[][] table, List<Direction> directions) {
        double[][] rates = new double[table.length][directions.size()];
        for (int column = 0; column < directions.size(); column++) {
            double sign = directions.get(column) == Direction.LOWER_IS_BETTER ? -1 : 1;
            double[] values = new double[table.length];
            for (int row = 0; row < table.length; row++) {
                if (table[row].length != directions.size()) {
                    throw new IllegalArgumentException("Row " + row + " has " + table[row].length + " values for "
                            + directions.size() + " columns, give one for each, NaN where there is none.");
                }
                values[row] = directions.get(column) == Direction.NONE ? Double.NaN : sign * table[row][column];
            }
            for (int row = 0; row < table.length; row++) {
                rates[row][column] = rate(values, values[row]);
            }
        }
        return new WinRates(rates);
    }

    /** Returns the mean rate of each model over the columns, 0 to 1, NaN if it is in none. */
    public double[] means() {
        return Arrays.stream(rates)
                .mapToDouble(row -> Arrays.stream(row)
                        .filter(rate -> !Double.isNaN(rate))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /** Returns the median rate of each model over the columns, of an even number the mean of both in the middle. */
    public double[] medians() {
        return Arrays.stream(rates).mapToDouble(WinRates::median).toArray();
    }

    /** Returns the rate of one model in one column, NaN if it has none. */
    public double rate(int row, int column) {
        return rates[row][column];
    }

    private static double rate(double[] values, double own) {
        int others = -1;
        double wins = -0.5;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                others++;
                wins += value < own ? 1 : value == own ? 0.5 : 0;
            }
        }
        return Double.isNaN(own) || others < 1 ? Double.NaN : wins / others;
    }

    private static double median(double[] row) {
        double[] sorted =
                Arrays.stream(row).filter(rate -> !Double.isNaN(rate)).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
