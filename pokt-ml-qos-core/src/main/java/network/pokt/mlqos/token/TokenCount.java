package network.pokt.mlqos.token;

/**
 * How many tokens a text or a request has: exactly, or estimated with a band.
 *
 * @param tokens the count, or the most likely one
 * @param low what the count is at least, in 19 of 20 texts if it is estimated
 * @param high what the count is at most, in 19 of 20 texts if it is estimated; equal to {@code low} if it is exact
 */
public record TokenCount(long tokens, long low, long high) {

    /** No tokens, exactly. */
    public static final TokenCount ZERO = exact(0);

    public TokenCount {
        if (low < 0 || tokens < low || high < tokens) {
            throw new IllegalArgumentException("A token count needs 0 <= low <= tokens <= high, got low " + low
                    + ", tokens " + tokens + " and high " + high + ".");
        }
    }

    public static TokenCount exact(long tokens) {
        return new TokenCount(tokens, tokens, tokens);
    }

    public static TokenCount estimated(long tokens, long low, long high) {
        return new TokenCount(tokens, low, high);
    }

    /** Returns whether the count is what the model's own tokenizer gives, rather than an estimate. */
    public boolean isExact() {
        return low == high;
    }

    /** Returns the count of both together, as wide as both bands if the two err in the same direction. */
    public TokenCount plus(TokenCount other) {
        return new TokenCount(
                Math.addExact(tokens, other.tokens), Math.addExact(low, other.low), Math.addExact(high, other.high));
    }
}
