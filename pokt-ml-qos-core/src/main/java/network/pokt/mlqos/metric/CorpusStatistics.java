package network.pokt.mlqos.metric;

import java.util.Arrays;

/**
 * The rows that the pairs of one corpus contribute to its score: enough to score the corpus, and to resample it, without its
 * texts. Not thread-safe while pairs are added.
 */
public final class CorpusStatistics implements Accumulator<TextPair> {

    private static final int FIRST_ROOM = 16;

    private final CorpusMetric metric;
    private final int width;
    private double[] rows;
    private int size;

    CorpusStatistics(CorpusMetric metric) {
        this.metric = metric;
        this.width = metric.width();
        this.rows = new double[FIRST_ROOM * width];
    }

    @Override
    public void add(TextPair pair) {
        double[] row = metric.statistics(pair);
        if ((size + 1) * width > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        System.arraycopy(row, 0, rows, size * width, width);
        size++;
    }

    /** Returns how many pairs were added. */
    public int size() {
        return size;
    }

    /** Returns the score of the corpus so far, NaN before the first pair. */
    @Override
    public double value() {
        return size == 0 ? Double.NaN : metric.score(sums());
    }

    /** Returns the sums of the rows. */
    double[] sums() {
        int[] everyRow = new int[size];
        Arrays.setAll(everyRow, i -> i);
        return sums(everyRow);
    }

    /** Returns the score of the corpus that consists of these pairs, named by their place; a pair may occur more than once. */
    double valueOf(int[] pairs) {
        return metric.score(sums(pairs));
    }

    private double[] sums(int[] pairs) {
        double[] sums = new double[width];
        for (int pair : pairs) {
            int offset = pair * width;
            for (int i = 0; i < width; i++) {
                sums[i] += rows[offset + i];
            }
        }
        return sums;
    }
}
