package network.pokt.mlqos.evaluation;

import java.util.Arrays;
import network.pokt.mlqos.task.Ask;

/** The ids of a context and its continuation, and where the one ends and the other begins. Immutable. */
final class ContinuationPrompt {

    private final int[] ids;
    private final int contextLength;

    private ContinuationPrompt(int[] ids, int contextLength) {
        this.ids = ids;
        this.contextLength = contextLength;
    }

    /**
     * Returns the last {@code maxLength} of {@code ids}, of which the first {@code contextLength} are context.
     *
     * @throws UnsupportedAskException if no context is left
     */
    static ContinuationPrompt of(int[] ids, int contextLength, int maxLength) {
        int dropped = Math.max(0, ids.length - maxLength);
        if (contextLength <= dropped) {
            throw new UnsupportedAskException("A continuation of " + (ids.length - contextLength)
                    + " tokens and a token before it do not fit into " + maxLength
                    + "; raise maxLength(...) to what the model has.");
        }
        return new ContinuationPrompt(Arrays.copyOfRange(ids, dropped, ids.length), contextLength - dropped);
    }

    /** Returns ids that fit as they are. */
    static ContinuationPrompt of(Ask.TokenLoglikelihood ask) {
        return new ContinuationPrompt(
                ask.ids().stream().mapToInt(Integer::intValue).toArray(), ask.contextLength());
    }

    /** Returns the ids; the caller must not change them. */
    int[] ids() {
        return ids;
    }

    /** Returns how many ids are sent. */
    int length() {
        return ids.length;
    }

    /** Returns how many of the ids are context, at least 1. */
    int contextLength() {
        return contextLength;
    }
}
