package network.pokt.mlqos.route.sim;

import java.util.List;
import network.pokt.mlqos.transport.FaultCause;

/** A rule for choosing nodes, for comparison. One instance per run. */
interface Rule {

    /** Returns the node for a request among those that were not tried for it. */
    SimNode pick(List<SimNode> nodes, SimAsk ask);

    default void sent(SimNode node) {}

    default void answered(SimNode node, double first, double total, long output) {}

    default void failed(SimNode node, FaultCause cause, double took) {}
}
