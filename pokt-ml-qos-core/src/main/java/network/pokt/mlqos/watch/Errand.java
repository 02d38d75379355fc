package network.pokt.mlqos.watch;

import java.util.List;
import network.pokt.mlqos.node.NodeId;

/**
 * Samples that are due: ask this node these items of this task.
 *
 * @param node whom to ask
 * @param task the name of the task
 * @param items the documents to ask, by their index, at least one
 * @param need why they are due
 */
public record Errand(NodeId node, String task, List<Integer> items, Need need) {

    /** Why samples are due, the most pressing first. */
    public enum Need {
        /** Nothing is known of this node on this task. */
        NEW,
        /** There are fewer samples than the minimum, perhaps because some expired. */
        TOO_FEW,
        /** They would help to decide a rank or a threshold. */
        DECIDES,
        /** It is time for fresh ones. */
        REFRESH
    }

    /** Refuses an errand for nothing. */
    public Errand {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("An errand to " + node + " for " + task + " needs at least one item.");
        }
    }
}
