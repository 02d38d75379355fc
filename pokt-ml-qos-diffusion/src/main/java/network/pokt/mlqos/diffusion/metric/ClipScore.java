package network.pokt.mlqos.diffusion.metric;

import java.util.Collection;

/**
 * How well a picture fits a text, from the embeddings of both by one CLIP model.
 *
 * <p>Three scales of one cosine are in use; compare only values of one scale and one model.
 */
public final class ClipScore {

    /** The factor of the paper (Hessel et al. 2021). */
    private static final double PAPER_FACTOR = 2.5;

    private ClipScore() {}

    /**
     * Returns the cosine between two embeddings, -1 to 1.
     *
     * @throws IllegalArgumentException if their lengths differ or one of them is zero
     */
    public static double cosine(double[] image, double[] text) {
        return Vectors.dot(image, text) / Vectors.length(image) / Vectors.length(text);
    }

    /** Returns a hundred times the cosine, at least 0: torchmetrics, and HEIM's {@code clip_score}. */
    public static double heim(double[] image, double[] text) {
        return Math.max(0, multilingual(image, text));
    }

    /** Returns a hundred times the cosine, which may be negative: HEIM's {@code clip_score_multilingual}. */
    public static double multilingual(double[] image, double[] text) {
        return 100 * cosine(image, text);
    }

    /** Returns 2.5 times the cosine, at least 0: the CLIPScore of its paper. */
    public static double paper(double[] image, double[] text) {
        return PAPER_FACTOR * Math.max(0, cosine(image, text));
    }

    /** Returns the mean over the usable images of a prompt, 0 if there is none: HEIM's {@code expected_clip_score}. */
    public static double expected(Collection<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Returns the best of the usable images of a prompt, 0 if there is none: HEIM's {@code max_clip_score}. */
    public static double best(Collection<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
