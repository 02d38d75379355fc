package network.pokt.mlqos.diffusion.signal;

import java.util.List;
import network.pokt.mlqos.diffusion.api.ImageRequest;

/**
 * Six requests that differ from the first in one thing each: nothing, the seed, the prompt, fewer steps, more steps. What should
 * change and does not, and what should not change and does, tells nodes apart.
 *
 * <p>Draw seed and prompts anew for every audit: a node that knows them can keep its answers.
 *
 * @param base the first request, with a seed and steps
 * @param otherPrompt a prompt that has nothing to do with the first one
 * @param otherSeed another seed
 * @param fewSteps fewer steps than the first request's
 * @param manySteps more steps than the first request's
 */
public record ProbePlan(ImageRequest base, String otherPrompt, long otherSeed, int fewSteps, int manySteps) {

    static final int AGAIN = 1;
    static final int OTHER_SEED = 2;
    static final int OTHER_PROMPT = 3;
    static final int FEW = 4;
    static final int MANY = 5;

    /** Refuses a plan in which nothing would change. */
    public ProbePlan {
        if (base.seed().isEmpty() || base.steps().isEmpty()) {
            throw new IllegalArgumentException(
                    "The first request needs a seed and steps, without them nothing follows.");
        }
        if (base.seed().getAsLong() == otherSeed || base.prompt().equals(otherPrompt)) {
            throw new IllegalArgumentException("The other seed and the other prompt have to be other ones.");
        }
        int steps = base.steps().getAsInt();
        if (fewSteps >= steps || manySteps <= steps) {
            throw new IllegalArgumentException(
                    "Fewer and more steps than " + steps + " are needed, got " + fewSteps + " and " + manySteps + ".");
        }
    }

    /** Returns the requests, in the order in which an audit takes their drawings. */
    public List<ImageRequest> requests() {
        return List.of(
                base,
                base,
                base.toBuilder().seed(otherSeed).build(),
                base.toBuilder().prompt(otherPrompt).build(),
                base.toBuilder().steps(fewSteps).build(),
                base.toBuilder().steps(manySteps).build());
    }
}
