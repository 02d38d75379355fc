package network.pokt.mlqos.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;

/**
 * One relay that was sent for a request.
 *
 * @param node whom it went to
 * @param purpose why it was sent
 * @param fault why it failed or was given up, empty if it was answered
 * @param firstContent when its first content was there, from its sending
 * @param took how long it took
 * @param cost what it cost in the node's currency: what the bill comes to, and for one that was given up or failed after its
 *     first content, the prompt and what had arrived, which is the least it may be charged at; 0 for one that failed before
 */
public record Attempt(
        Node node,
        Purpose purpose,
        Optional<FaultCause> fault,
        Optional<Duration> firstContent,
        Duration took,
        BigDecimal cost) {

    /** Why a relay is sent. */
    public enum Purpose {
        /** The first of a request. */
        FIRST,
        /** Another node or time after one that failed. */
        FAILOVER,
        /** A second one because the first token is late. */
        HEDGE,
        /** From where an answer broke off. */
        CONTINUATION
    }
}
