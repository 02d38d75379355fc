package network.pokt.mlqos.diffusion.metric;

/**
 * The linear head that predicts how much people like a picture, from its normalised CLIP embedding: LAION's
 * {@code sa_0_4_vit_l_14_linear}, whose 768 weights the caller brings. The scale is nominally 1 to 10.
 */
public final class AestheticHead {

    private final double[] weights;
    private final double bias;

    /** Takes a copy of the weights, one for each value of an embedding, and what is added to their sum. */
    public AestheticHead(double[] weights, double bias) {
        this.weights = weights.clone();
        this.bias = bias;
    }

    /**
     * Returns the score of an embedding, which need not be normalised.
     *
     * @throws IllegalArgumentException if it has not as many values as there are weights, or is zero
     */
    public double score(double[] embedding) {
        return Vectors.dot(weights, embedding) / Vectors.length(embedding) + bias;
    }
}
