package network.pokt.mlqos.price;

/**
 * One number of tokens that a node bills, beside what was counted here.
 *
 * @param claimed what the node claims, at least 0
 * @param counted what its text has by our own tokenizer, at least 0
 * @param unseen tokens that an honest node may have read or written without their being in the text, at least 0: a stop
 *     string that was cut off, the marks around reasoning
 */
public record TokenClaim(long claimed, long counted, long unseen) {

    public TokenClaim {
        if (claimed < 0 || counted < 0 || unseen < 0) {
            throw new IllegalArgumentException("Token counts cannot be negative, got " + claimed + " claimed, "
                    + counted + " counted and " + unseen + " unseen.");
        }
    }

    /** Returns a claim on tokens that all show. */
    public static TokenClaim of(long claimed, long counted) {
        return new TokenClaim(claimed, counted, 0);
    }
}
