package network.pokt.mlqos.inference;

import network.pokt.mlqos.transport.FaultCause;

/** Counts the log-probabilities that one answer may still bring, whatever its number of choices and events. */
final class Allowance {

    private final int limit;
    private int taken;

    Allowance(int limit) {
        this.limit = limit;
    }

    void take() {
        if (++taken > limit) {
            throw new BadAnswer(FaultCause.OVERSIZED, "The answer has more than " + limit + " log-probabilities.");
        }
    }
}
