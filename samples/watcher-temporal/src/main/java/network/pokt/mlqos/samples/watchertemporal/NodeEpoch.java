package network.pokt.mlqos.samples.watchertemporal;

import java.time.Duration;
import java.util.List;

/**
 * What one workflow does: these items of one task, asked of one node in one epoch.
 *
 * @param epoch the epoch's name; all nodes of it are asked the same items
 * @param node whom to ask
 * @param task the task's fingerprint; a worker whose task has another one does not measure
 * @param items the indices of the documents
 * @param concurrency how many samples may be under way at once, at least 1
 * @param silence how long nothing may be heard of a sample that a worker has taken, before it is given to another one
 */
public record NodeEpoch(
        String epoch, Target node, String task, List<Integer> items, int concurrency, Duration silence) {

    public NodeEpoch {
        items = List.copyOf(items);
        if (concurrency < 1) {
            throw new IllegalArgumentException("The concurrency must be at least 1, got " + concurrency + ".");
        }
    }

    SampleKey sample(int item) {
        return new SampleKey(epoch, node, task, item);
    }

    /** Returns the id of its workflow: started twice, it is the same workflow. */
    String workflowId() {
        return "qos/" + epoch + "/" + node.id();
    }
}
