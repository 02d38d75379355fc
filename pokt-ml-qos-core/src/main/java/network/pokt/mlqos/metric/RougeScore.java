package network.pokt.mlqos.metric;

/**
 * How much of a prediction is in its reference, and the other way round.
 *
 * @param precision the share of the prediction that is in the reference, 0 to 1
 * @param recall the share of the reference that is in the prediction, 0 to 1
 */
public record RougeScore(double precision, double recall) {

    static final RougeScore ZERO = new RougeScore(0, 0);

    /** Returns the score of so many hits among the units of a prediction and a reference, either of which may have none. */
    static RougeScore of(long hits, long inPrediction, long inReference) {
        return new RougeScore((double) hits / Math.max(1, inPrediction), (double) hits / Math.max(1, inReference));
    }

    /** Returns the harmonic mean of precision and recall, 0 to 1: what {@code fmeasure} is in the reference. */
    public double f() {
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }
}
