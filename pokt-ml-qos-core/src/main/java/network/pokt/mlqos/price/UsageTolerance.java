package network.pokt.mlqos.price;

/**
 * How much more than we count a node may bill before it is said to over-bill.
 *
 * @param share the part of the counted tokens, 0.02 by default: samplers do not always write a text in the tokens that a
 *     tokenizer would take for it
 * @param tokensPerAnswer tokens of each prompt and each answer, 2 by default: one special token before the text and one
 *     behind it
 * @param falseAlarmsPerYear the probability that a node which stays within them is accused in a year, 0.01 by default, half of
 *     it for prompts and half for answers
 */
public record UsageTolerance(double share, long tokensPerAnswer, double falseAlarmsPerYear) {

    public static final UsageTolerance DEFAULT = new UsageTolerance(0.02, 2, 0.01);

    public UsageTolerance {
        if (!(share >= 0 && share < 1) || tokensPerAnswer < 0 || !(falseAlarmsPerYear > 0 && falseAlarmsPerYear < 1)) {
            throw new IllegalArgumentException("A tolerance of " + share + ", " + tokensPerAnswer + " tokens and "
                    + falseAlarmsPerYear
                    + " false alarms per year cannot be, give shares within 0 to 1 and tokens of at"
                    + " least 0.");
        }
    }

    /** Returns the most tokens that are no excess. */
    double allowed(TokenClaim claim) {
        return claim.counted() * (1 + share) + tokensPerAnswer + claim.unseen();
    }
}
