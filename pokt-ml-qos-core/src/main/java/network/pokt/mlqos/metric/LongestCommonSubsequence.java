package network.pokt.mlqos.metric;

/**
 * The longest sequence of words that two texts share in order, with gaps allowed.
 *
 * <p>Takes the product of both lengths in steps, and one bit per step to read the sequence out. Of several longest sequences the
 * one of {@code rouge_score} is read out: from the end, words of the first text are passed over before words of the second.
 */
final class LongestCommonSubsequence {

    private final int[] first;
    private final int[] second;
    private final long[][] leftIsLonger;
    private final int length;

    LongestCommonSubsequence(int[] first, int[] second) {
        this.first = first;
        this.second = second;
        this.leftIsLonger = new long[first.length + 1][(second.length >> 6) + 1];
        this.length = fill();
    }

    int length() {
        return length;
    }

    /** Marks the places of the sequence in the first text. */
    void mark(boolean[] places) {
        int i = first.length;
        int j = second.length;
        while (i > 0 && j > 0) {
            if (first[i - 1] == second[j - 1]) {
                places[--i] = true;
                j--;
            } else if ((leftIsLonger[i][j >> 6] >>> j & 1) != 0) {
                j--;
            } else {
                i--;
            }
        }
    }

    private int fill() {
        int[] above = new int[second.length + 1];
        int[] current = new int[second.length + 1];
        for (int i = 1; i <= first.length; i++) {
            for (int j = 1; j <= second.length; j++) {
                if (first[i - 1] == second[j - 1]) {
                    current[j] = above[j - 1] + 1;
                } else if (current[j - 1] > above[j]) {
                    current[j] = current[j - 1];
                    leftIsLonger[i][j >> 6] |= 1L << j;
                } else {
                    current[j] = above[j];
                }
            }
            int[] done = current;
            current = above;
            above = done;
        }
        return above[second.length];
    }
}
