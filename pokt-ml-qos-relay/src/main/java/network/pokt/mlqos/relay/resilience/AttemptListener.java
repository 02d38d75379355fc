package network.pokt.mlqos.relay.resilience;

import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;

/** Sees every attempt that was sent, because each of them may be charged. Calls come on threads of the transport. */
@FunctionalInterface
public interface AttemptListener {

    /** A listener that does nothing. */
    AttemptListener NONE = (node, request, attempt, outcome) -> {};

    /**
     * An attempt has ended.
     *
     * @param attempt from 1
     * @param outcome how it ended; the last one is what the caller of the relay gets
     */
    void onAttempt(Node node, RelayRequest request, int attempt, RelayOutcome outcome);
}
