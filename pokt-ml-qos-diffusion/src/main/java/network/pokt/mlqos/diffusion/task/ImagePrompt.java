package network.pokt.mlqos.diffusion.task;

/**
 * One prompt of a set.
 *
 * @param text what to draw
 * @param category what it is for, such as {@code Animals} or {@code counting}; empty if the set has none
 */
public record ImagePrompt(String text, String category) {

    /** Refuses a blank prompt. */
    public ImagePrompt {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A prompt has to say something; remove the blank line.");
        }
    }
}
