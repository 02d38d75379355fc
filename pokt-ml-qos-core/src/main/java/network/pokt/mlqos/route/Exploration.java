package network.pokt.mlqos.route;

/**
 * How much is spent on learning about nodes that are not known to be the best: a share of the requests goes to the node that a
 * draw from what is believed says is best (Thompson, "On the likelihood that one unknown probability exceeds another",
 * Biometrika 25, 1933; with discounted evidence, so that old knowledge widens). Suspect nodes are never explored.
 *
 * @param share the share of requests, within 0 to 0.5
 * @param allowance the most expected loss per request on average, in the policy's unit; what is not used is kept for 1,000
 *     requests
 */
public record Exploration(double share, double allowance) {

    /** One request in fifty, at most 0.00002 of a currency unit per request. */
    public static final Exploration DEFAULT = new Exploration(0.02, 0.00002);

    /** No exploration. */
    public static final Exploration NONE = new Exploration(0, 0);

    public Exploration {
        if (!(share >= 0 && share <= 0.5 && allowance >= 0)) {
            throw new IllegalArgumentException(
                    "Exploration takes a share within 0 to 0.5 and an allowance of at least 0, got " + share + " and "
                            + allowance + ".");
        }
    }
}
