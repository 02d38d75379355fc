package network.pokt.mlqos.diffusion.task;

import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Judges one picture against its prompt: the seam for CLIPScore, aesthetics and judges of your own. Implementations are
 * thread-safe.
 */
public interface ImageScorer {

    /** Returns the metric's name, such as {@code expected_clip_score}. */
    String name();

    /** Returns whether more is better. */
    default boolean higherIsBetter() {
        return true;
    }

    /** Returns the score of a sound picture that is not black, a finite number. */
    double score(String prompt, RgbImage image);
}
