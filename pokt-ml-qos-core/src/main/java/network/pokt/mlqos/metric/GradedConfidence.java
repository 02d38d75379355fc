package network.pokt.mlqos.metric;

/**
 * How sure a model was of an answer, and whether it was right.
 *
 * @param probability what it gave to its answer, 0 to 1
 * @param correct whether the answer was right
 */
public record GradedConfidence(double probability, boolean correct) {

    /** Refuses what is no probability. */
    public GradedConfidence {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The confidence " + probability + " is no probability, give 0 to 1.");
        }
    }
}
