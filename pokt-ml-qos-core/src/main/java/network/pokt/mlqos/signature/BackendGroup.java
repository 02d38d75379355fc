package network.pokt.mlqos.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.node.NodeId;

/**
 * Nodes that cannot be told apart by their answers: one backend, or several with one model and one precision.
 *
 * <p>One of them is measured in an epoch, another one in the next; of the others some are checked. Who a node is may
 * change between two groupings, so scores of a representative hold for members only as long as spot checks agree.
 *
 * @param members at least one, in order
 */
public record BackendGroup(List<NodeId> members) {

    public BackendGroup {
        members = members.stream().sorted().toList();
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A group needs at least one node.");
        }
    }

    /** Returns who is measured in an epoch; members take turns in an order that the seed decides. */
    public NodeId representative(long epoch, long seed) {
        return shuffled(seed).get((int) Math.floorMod(epoch, (long) members.size()));
    }

    /**
     * Returns who else is checked in an epoch: a random share of the others, one at least if there are any.
     *
     * @param share above 0, at most 1
     */
    public List<NodeId> spotChecks(long epoch, long seed, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of spot checks must be above 0 and at most 1, got " + share + ".");
        }
        List<NodeId> others = new ArrayList<>(shuffled(seed * 31 + epoch));
        others.remove(representative(epoch, seed));
        return others.subList(0, (int) Math.ceil(share * others.size()));
    }

    private List<NodeId> shuffled(long seed) {
        List<NodeId> order = new ArrayList<>(members);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        return List.copyOf(order);
    }
}
