package network.pokt.mlqos.route;

/**
 * How much a request reads and writes: what its latency and its price depend on.
 *
 * @param promptTokens tokens of the prompt, at least 0
 * @param completionTokens tokens that the answer is expected to have, at least 1
 */
public record RequestSize(long promptTokens, long completionTokens) {

    /** The medians of Microsoft's trace of conversations of November 2023 (AzureLLMInferenceTrace_conv). */
    public static final RequestSize USUAL = new RequestSize(1020, 129);

    private static final int CLASSES = 12;

    public RequestSize {
        if (promptTokens < 0 || completionTokens < 1) {
            throw new IllegalArgumentException("A request reads at least 0 and writes at least 1 token, got "
                    + promptTokens + " and " + completionTokens + ".");
        }
    }

    /** Returns which of {@link #classes()} classes the size belongs to: lengths within a factor of two share one. */
    int sizeClass() {
        return log(promptTokens / 64) * CLASSES + log(completionTokens / 8);
    }

    static int classes() {
        return CLASSES * CLASSES;
    }

    /** Returns whether a node with this context takes every request of this size's class. */
    boolean classFits(long contextTokens) {
        return Math.max(128, 2 * promptTokens) + Math.max(16, 2 * completionTokens) <= contextTokens;
    }

    /** Returns whether a node with this context takes this request. */
    boolean fits(long contextTokens) {
        return promptTokens + completionTokens <= contextTokens;
    }

    private static int log(long value) {
        return value <= 0 ? 0 : Math.min(CLASSES - 1, 64 - Long.numberOfLeadingZeros(value));
    }
}
