package network.pokt.mlqos.relay.resilience;

import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;

/** An attempt that has ended, and what of it the caller's listener has not been shown yet. */
record Attempt(RelayOutcome outcome, @Nullable HeldListener held) {

    /** Shows the rest and returns the outcome, which is a failure of ours if the listener throws. */
    RelayOutcome showRest() {
        if (held == null || !(outcome instanceof RelayResponse response)) {
            return outcome;
        }
        try {
            held.release(response);
            return outcome;
        } catch (RuntimeException | Error e) {
            return RelayFailure.of(
                    FaultCause.INTERNAL, "The listener threw " + e.getClass().getName() + ".", outcome.timing());
        }
    }
}
