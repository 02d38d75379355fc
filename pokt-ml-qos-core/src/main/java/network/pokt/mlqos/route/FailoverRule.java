package network.pokt.mlqos.route;

import java.time.Duration;

/**
 * When another node is asked because one failed. Never after the first content, unless the cut policy says so.
 *
 * @param attempts the most relays of one request, the first included, hedges apart; at least 1
 * @param budget the share of requests that may be asked again on average, within 0 to 1
 * @param patience after how long without any content a streaming relay is given up, if there is another node
 * @param onCut what happens to an answer that breaks off
 */
public record FailoverRule(int attempts, double budget, Duration patience, CutPolicy onCut) {

    /** Three attempts, one request in five asked again, 15 s of patience, cut answers fail. */
    public static final FailoverRule DEFAULT = new FailoverRule(3, 0.2, Duration.ofSeconds(15), CutPolicy.FAIL);

    public FailoverRule {
        if (attempts < 1 || !(budget >= 0 && budget <= 1) || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "Failover needs at least 1 attempt, a budget within 0 to 1 and positive patience, got " + attempts
                            + ", " + budget + " and " + patience + ".");
        }
    }

    /** Returns this rule with another way to handle cut answers. */
    public FailoverRule onCut(CutPolicy policy) {
        return new FailoverRule(attempts, budget, patience, policy);
    }
}
