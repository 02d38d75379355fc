package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.node.Node;

/** Is told of every {@link Rejection}, those among them that a second try has made good. Calls may overlap; be quick. */
@FunctionalInterface
public interface RejectionListener {

    /** Tells nobody. */
    RejectionListener NONE = (node, rejection) -> {};

    /** A relay to {@code node} was rejected. */
    void onRejection(Node node, Rejection rejection);
}
