package network.pokt.mlqos.price;

/**
 * How many compute units a call is worth: a number per relay as Shannon has it, or one that grows with its tokens.
 *
 * <p>The chain knows only the first. The second is what a service could declare if relays were weighed, here to tell what that
 * would change.
 *
 * @param perRelay the units of any call, at least 0
 * @param perThousandPromptTokens further units for a thousand tokens read, at least 0
 * @param perThousandCompletionTokens further units for a thousand tokens written, at least 0
 */
public record ComputeUnits(long perRelay, long perThousandPromptTokens, long perThousandCompletionTokens) {

    public ComputeUnits {
        if (perRelay < 0 || perThousandPromptTokens < 0 || perThousandCompletionTokens < 0) {
            throw new IllegalArgumentException("Compute units cannot be negative, got " + perRelay + ", "
                    + perThousandPromptTokens + " and " + perThousandCompletionTokens + ".");
        }
    }

    /** Returns what Shannon charges: so many units for each relay. */
    public static ComputeUnits flat(long perRelay) {
        return new ComputeUnits(perRelay, 0, 0);
    }

    /** Returns the units of one call, a started unit counted in full. */
    public long of(long promptTokens, long completionTokens) {
        long thousandths = Math.addExact(
                Math.multiplyExact(perThousandPromptTokens, promptTokens),
                Math.multiplyExact(perThousandCompletionTokens, completionTokens));
        return Math.addExact(perRelay, -Math.floorDiv(-thousandths, 1000L));
    }
}
