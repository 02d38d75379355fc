package network.pokt.mlqos.profile;

import java.util.Optional;
import network.pokt.mlqos.node.NodeId;

/**
 * Gives what is believed about a node right now. Whoever chooses, ranks or reports reads profiles through this seam.
 *
 * <p>Implementations are thread-safe and quick: a router asks on every request.
 */
@FunctionalInterface
public interface ProfileSource {

    /** Returns the profile of node {@code id} as of now, empty if nothing was ever seen of it. */
    Optional<NodeProfile> of(NodeId id);
}
