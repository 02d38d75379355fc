package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.transport.FaultCause;

/** Why a run ended. */
public enum Ending {
    /** Every sample was asked of every node. */
    COMPLETE(FaultCause.INTERNAL),
    /** The caller cancelled. */
    CANCELLED(FaultCause.CANCELLED),
    /** The run's own deadline passed. */
    DEADLINE(FaultCause.DEADLINE),
    /** The budget left no room for another relay. */
    OUT_OF_BUDGET(FaultCause.OUT_OF_BUDGET);

    private final FaultCause causeOfAborted;

    Ending(FaultCause causeOfAborted) {
        this.causeOfAborted = causeOfAborted;
    }

    /** Returns the cause of relays that this ending cuts short. */
    FaultCause causeOfAborted() {
        return causeOfAborted;
    }
}
