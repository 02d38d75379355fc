package network.pokt.mlqos.metric;

/**
 * The probability that at least one of k answers is right, estimated from n answers of which c are.
 *
 * <p>Source: M. Chen et al., "Evaluating Large Language Models Trained on Code", arXiv:2107.03374, whose product does not
 * overflow; values are those of HELM's {@code pass@k}.
 */
public final class PassAtK {

    private PassAtK() {}

    /**
     * Returns the estimate, 0 to 1: that of drawing k of the n answers without replacement.
     *
     * @param answers n, all answers
     * @param correct c, those that are right, 0 to n
     * @param drawn k, 1 or more; more than there are wrong ones makes 1
     */
    public static double estimate(long answers, long correct, long drawn) {
        if (correct < 0 || correct > answers || drawn < 1) {
            throw new IllegalArgumentException("Of " + answers + " answers with " + correct + " right ones " + drawn
                    + " cannot be drawn, give 0 <= correct <= answers and 1 <= drawn.");
        }
        if (answers - correct < drawn) {
            return 1;
        }
        double allWrong = 1;
        for (long i = answers - correct + 1; i <= answers; i++) {
            allWrong *= 1 - (double) drawn / i;
        }
        return 1 - allWrong;
    }
}
