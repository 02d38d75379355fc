package network.pokt.mlqos.metric;

/** Which words of a prediction stand for which of its reference, and where the two disagree. Not thread-safe. */
final class WordAlignment {

    private final int[] partners;
    private final int[] errorsBefore;
    private final int[] referenceErrorsBefore;

    WordAlignment(int predictionLength, int referenceLength) {
        partners = new int[referenceLength];
        errorsBefore = new int[predictionLength + 1];
        referenceErrorsBefore = new int[referenceLength + 1];
    }

    void together(int position, int referencePosition, boolean equal) {
        partners[referencePosition] = position;
        errorsBefore[position + 1] = equal ? 0 : 1;
        referenceErrorsBefore[referencePosition + 1] = equal ? 0 : 1;
    }

    void inPredictionOnly(int position) {
        errorsBefore[position + 1] = 1;
    }

    /** Notes a word that the prediction lacks behind its word {@code previous}, -1 for the start. */
    void inReferenceOnly(int previous, int referencePosition) {
        partners[referencePosition] = previous;
        referenceErrorsBefore[referencePosition + 1] = 1;
    }

    /** Ends the notes; only now the rest may be asked. */
    WordAlignment complete() {
        addUp(errorsBefore);
        addUp(referenceErrorsBefore);
        return this;
    }

    /** Returns the place in the prediction of a reference word, or of the word before it if it is missing. */
    int partner(int referencePosition) {
        return partners[referencePosition];
    }

    boolean hasError(int start, int length) {
        return errorsBefore[start + length] > errorsBefore[start];
    }

    boolean hasReferenceError(int start, int length) {
        return referenceErrorsBefore[start + length] > referenceErrorsBefore[start];
    }

    private static void addUp(int[] errors) {
        for (int i = 1; i < errors.length; i++) {
            errors[i] += errors[i - 1];
        }
    }
}
