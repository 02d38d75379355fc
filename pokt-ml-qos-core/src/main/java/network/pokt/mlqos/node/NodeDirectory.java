package network.pokt.mlqos.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says which nodes there are right now. Implementations are thread-safe and may change their answer over time. */
@FunctionalInterface
public interface NodeDirectory {

    /** Returns the nodes that can be reached now, in a stable order, each id once. */
    List<Node> nodes();

    /**
     * Returns a directory of exactly these nodes.
     *
     * @throws IllegalArgumentException if there is no node or if two share an id
     */
    static NodeDirectory of(Node... nodes) {
        List<Node> all = List.of(nodes);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "A directory needs at least one node, add one with Node.at(uri, model).");
        }
        Set<NodeId> seen = new HashSet<>();
        for (Node node : all) {
            if (!seen.add(node.id())) {
                throw new IllegalArgumentException("Node " + node.id() + " is given twice, remove one of the two.");
            }
        }
        return () -> all;
    }
}
