package network.pokt.mlqos.route;

/**
 * How many requests may be asked twice because their first token is late: later than the 95th percentile of the very node that
 * was asked, for a request of this size. The second goes to another operator, the one without content is cancelled when the
 * other has its first, and what the hedge cost is told. Each hedge is a paid relay.
 *
 * @param budget the most hedges as a share of requests, within 0 to 0.2; 0 is off
 */
public record HedgeRule(double budget) {

    /** No hedges, as is right for long generations whose tokens cost money. */
    public static final HedgeRule OFF = new HedgeRule(0);

    public HedgeRule {
        if (!(budget >= 0 && budget <= 0.2)) {
            throw new IllegalArgumentException("A hedge budget lies within 0 to 0.2 of requests, got " + budget + ".");
        }
    }
}
