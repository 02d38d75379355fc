package network.pokt.mlqos.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;

/** Something that happened in a router. */
public sealed interface RouteEvent {

    /** Returns the node that it is about. */
    Node node();

    /** A relay goes to a node; the decision is told in full. */
    record Sent(Node node, Attempt.Purpose purpose, Decision decision) implements RouteEvent {}

    /** A relay was answered. */
    record Answered(Node node, Observation observation) implements RouteEvent {}

    /** A relay failed. */
    record Failed(Node node, FaultCause cause) implements RouteEvent {}

    /** A node was benched. */
    record Benched(Node node, NodeView view) implements RouteEvent {}

    /** A hedge or its original was given up because the other was first, or a relay because it kept silent. */
    record GivenUp(Node node, Duration after, Optional<BigDecimal> atMost) implements RouteEvent {}
}
