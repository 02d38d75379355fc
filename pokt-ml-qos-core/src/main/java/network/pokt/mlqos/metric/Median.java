package network.pokt.mlqos.metric;

/**
 * The upper median, the value at place n/2 in ascending order from zero: {@code median} of lm-evaluation-harness 0.4.13.
 *
 * <p>Of an even number of values it is the larger one in the middle, not the mean of both. NaN counts as larger than any number.
 */
public record Median() implements NumberAggregation {

    @Override
    public double of(double... values) {
        return values.length == 0 ? Double.NaN : selected(values.clone(), values.length / 2);
    }

    /** Hoare's quickselect with the middle value as pivot: linear time, where sorting would dominate a bootstrap. */
    private static double selected(double[] values, int place) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (Double.compare(values[i], pivot) < 0) {
                    i++;
                }
                while (Double.compare(values[j], pivot) > 0) {
                    j--;
                }
                if (i <= j) {
                    double left = values[i];
                    values[i++] = values[j];
                    values[j--] = left;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return values[place];
            }
        }
        return values[place];
    }
}
