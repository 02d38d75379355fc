package network.pokt.mlqos.metric;

import java.util.Arrays;

/**
 * The edit distance of a prediction to its reference, word by word, near the diagonal only, with a trace of its edits.
 *
 * <p>Row i belongs to the first i words of the prediction. Only cells within a beam around the diagonal are computed, so the
 * distance is an upper bound for texts that differ by long moves; so it is in tercom, whose beam this is. Not thread-safe.
 */
final class EditTable {

    private static final int BEAM = 25;
    /** Larger than any distance, and still so with one added. */
    private static final int UNREACHED = Integer.MAX_VALUE - 1;

    private final int[] reference;
    private final int rows;
    private final double slope;
    private final int beam;
    private final int[][] costs;
    private final int[][] scratch;

    /** Makes room for predictions of so many words. */
    EditTable(int[] reference, int words) {
        this.reference = reference;
        this.rows = words;
        this.slope = words > 0 ? (double) reference.length / words : 1;
        // Where one row is far from the next the beam must be wider, or rows would not touch.
        this.beam = BEAM < slope / 2 ? (int) Math.ceil(slope / 2 + BEAM) : BEAM;
        this.costs = new int[words + 1][reference.length + 1];
        this.scratch = new int[2][reference.length + 1];
        Arrays.setAll(costs[0], column -> column);
    }

    /** Fills the table for {@code prediction}. */
    void fill(int[] prediction) {
        for (int row = 1; row <= rows; row++) {
            fillRow(row, prediction[row - 1], costs[row - 1], costs[row]);
        }
    }

    /** Returns the distance of the prediction that the table is filled for. */
    int distance() {
        return costs[rows][reference.length];
    }

    /** Returns the distance of a prediction that begins with the same {@code common} words; the table stays as it is. */
    int distanceOf(int[] prediction, int common) {
        int[] above = costs[common];
        for (int row = common + 1; row <= rows; row++) {
            int[] current = scratch[row & 1];
            fillRow(row, prediction[row - 1], above, current);
            above = current;
        }
        return above[reference.length];
    }

    /** Returns which words the edits of {@code prediction} bring together; the table must be filled for it. */
    WordAlignment alignment(int[] prediction) {
        WordAlignment alignment = new WordAlignment(prediction.length, reference.length);
        int row = rows;
        int column = reference.length;
        while (row > 0 || column > 0) {
            int cost = costs[row][column];
            if (row > 0 && column > 0 && cost == substituted(row, column, prediction[row - 1])) {
                row--;
                column--;
                alignment.together(row, column, prediction[row] == reference[column]);
            } else if (row > 0 && cost == costs[row - 1][column] + 1) {
                row--;
                alignment.inPredictionOnly(row);
            } else {
                column--;
                alignment.inReferenceOnly(row - 1, column);
            }
        }
        return alignment.complete();
    }

    private int substituted(int row, int column, int word) {
        return costs[row - 1][column - 1] + (word == reference[column - 1] ? 0 : 1);
    }

    private void fillRow(int row, int word, int[] above, int[] current) {
        int diagonal = (int) Math.floor(row * slope);
        int first = Math.max(0, diagonal - beam);
        int end = row == rows ? reference.length + 1 : Math.min(reference.length + 1, diagonal + beam);
        Arrays.fill(current, 0, Math.min(first, end), UNREACHED);
        for (int column = first; column < end; column++) {
            int cost = Math.min(UNREACHED, above[column] + 1);
            if (column > 0) {
                int before = column > first ? current[column - 1] : UNREACHED;
                cost = Math.min(cost, before + 1);
                cost = Math.min(cost, above[column - 1] + (word == reference[column - 1] ? 0 : 1));
            }
            current[column] = cost;
        }
        Arrays.fill(current, Math.max(first, end), current.length, UNREACHED);
    }
}
