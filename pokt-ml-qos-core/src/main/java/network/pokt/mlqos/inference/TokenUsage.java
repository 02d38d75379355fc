package network.pokt.mlqos.inference;

/**
 * The tokens that a node claims to have read and written. A claim, not a measurement.
 *
 * @param promptTokens tokens of the prompt, at least 0
 * @param completionTokens tokens of the answer including hidden reasoning, at least 0
 * @param reasoningTokens the part of {@code completionTokens} that was hidden reasoning, 0 if not told
 */
public record TokenUsage(long promptTokens, long completionTokens, long reasoningTokens) {

    public TokenUsage {
        if (promptTokens < 0 || completionTokens < 0 || reasoningTokens < 0) {
            throw new IllegalArgumentException("Token counts cannot be negative, got " + promptTokens + ", "
                    + completionTokens + " and " + reasoningTokens + ".");
        }
    }

    public static TokenUsage of(long promptTokens, long completionTokens) {
        return new TokenUsage(promptTokens, completionTokens, 0);
    }

    public long totalTokens() {
        return Math.addExact(promptTokens, completionTokens);
    }
}
