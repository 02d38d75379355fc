package network.pokt.mlqos.route;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;

/**
 * Why a node was chosen, or which would be: everything that the choice depended on.
 *
 * <p>The probability of a candidate is that of the picker, operator cap included. Where exploration is on, one more draw before
 * decides with its share whether the picker is asked at all; {@link #how()} tells which way it went.
 *
 * @param at when
 * @param node the node that was chosen, empty if none would do or none was to be chosen
 * @param how which rule decided
 * @param policy the policy that scored
 * @param candidates the nodes that would do, best score first
 * @param refused the nodes that were left out
 */
public record Decision(
        Instant at, Optional<Node> node, How how, String policy, List<RankedNode> candidates, List<Refusal> refused) {

    /** Which rule decided. */
    public enum How {
        /** The picker, among candidates in good standing. */
        PICKED,
        /** The caller's preference list. */
        PREFERRED,
        /** The node that has seen the same prefix before. */
        STICKY,
        /** Exploration. */
        EXPLORED,
        /** The picker among benched nodes, because there are no others. */
        FAILED_OPEN,
        /** Nothing was chosen. */
        NONE
    }

    public Decision {
        candidates = List.copyOf(candidates);
        refused = List.copyOf(refused);
    }

    /** Returns the probability with which the picker takes the chosen node, NaN if it does not tell. */
    public double propensity() {
        return node.flatMap(chosen -> candidates.stream()
                        .filter(ranked -> ranked.candidate().node().equals(chosen))
                        .findFirst())
                .map(RankedNode::probability)
                .orElse(Double.NaN);
    }
}
