package network.pokt.mlqos.relay.fault;

import java.time.Duration;

/**
 * How often which fault befalls a relay. At most one of loss, cut and corruption befalls a relay, so together they are 1 at most.
 *
 * @param minLatency how much later an answer is there, at least
 * @param maxLatency how much later at most; drawn evenly between the two for every relay
 * @param loss the share of relays that are sent and never answered, 0 to 1
 * @param cut the share of answers that break off somewhere
 * @param corruption the share of answers of which one byte is changed
 */
public record FaultPlan(Duration minLatency, Duration maxLatency, double loss, double cut, double corruption) {

    /** No fault at all; the beginning of every plan. */
    public static final FaultPlan NONE = new FaultPlan(Duration.ZERO, Duration.ZERO, 0, 0, 0);

    public FaultPlan {
        if (minLatency.isNegative() || maxLatency.compareTo(minLatency) < 0) {
            throw new IllegalArgumentException(
                    "Added latency goes from 0 upwards, got " + minLatency + " to " + maxLatency + ".");
        }
        if (!(loss >= 0 && cut >= 0 && corruption >= 0 && loss + cut + corruption <= 1)) {
            throw new IllegalArgumentException(
                    "The shares of loss, cut and corruption are at least 0 and together at most" + " 1, got " + loss
                            + ", " + cut + " and " + corruption + ".");
        }
    }

    /** Returns this plan with every answer later by {@code min} to {@code max}. */
    public FaultPlan withLatency(Duration min, Duration max) {
        return new FaultPlan(min, max, loss, cut, corruption);
    }

    /** Returns this plan with that share of relays lost. */
    public FaultPlan withLoss(double share) {
        return new FaultPlan(minLatency, maxLatency, share, cut, corruption);
    }

    /** Returns this plan with that share of answers cut. */
    public FaultPlan withCut(double share) {
        return new FaultPlan(minLatency, maxLatency, loss, share, corruption);
    }

    /** Returns this plan with that share of answers corrupted. */
    public FaultPlan withCorruption(double share) {
        return new FaultPlan(minLatency, maxLatency, loss, cut, share);
    }
}
