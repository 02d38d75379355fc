package network.pokt.mlqos.watch;

import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * All that counts for whether one node is due for one task.
 *
 * @param node who
 * @param task the task's place in the policy, from 0
 * @param peers what comparable nodes have in common, such as their service
 * @param present whether the node can be asked now: it is in a session of ours
 * @param ready whether all requirements of the task are met
 * @param accuracy what is known; its n counts the samples that are not expired
 * @param underWay samples that were asked and not yet answered
 * @param last when samples were last asked, null if never
 * @param asked how many of this epoch's items the node was asked
 */
public record Pair(
        NodeId node,
        int task,
        String peers,
        boolean present,
        boolean ready,
        Estimate accuracy,
        int underWay,
        @Nullable Moment last,
        int asked) {

    /** Refuses counts below 0. */
    public Pair {
        if (task < 0 || underWay < 0 || asked < 0) {
            throw new IllegalArgumentException("Places and counts are 0 or more, got task " + task + ", " + underWay
                    + " samples under way and " + asked + " asked.");
        }
    }

    /** Returns a pair of which nothing was asked yet, present and ready. */
    public static Pair fresh(NodeId node, int task) {
        return new Pair(node, task, node.service(), true, true, Estimate.none(), 0, null, 0);
    }
}
