package network.pokt.mlqos.samples.watchertemporal;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.watch.ItemOrder;

/**
 * Knows who is to be measured, and on what: fresh items in each epoch, none twice before the pool is used. Thread-safe.
 *
 * <p>The seed stays here. Temporal's history has the items of an epoch, never what the next ones will be.
 */
final class Fleet implements FleetActivities {

    private final NodeDirectory directory;
    private final Task task;
    private final ItemOrder order;
    private final int samples;
    private final int concurrency;
    private final Duration silence;

    /**
     * Creates what a watch asks.
     *
     * @param seed private: whoever knows it knows what will be asked
     * @param samples how many items an epoch has, at most as many as the task has documents
     * @param concurrency how many samples of a node may be under way at once
     * @param silence how long a worker may be silent about a sample before another one gets it
     */
    Fleet(NodeDirectory directory, Task task, long seed, int samples, int concurrency, Duration silence) {
        this.directory = directory;
        this.task = task;
        this.order = new ItemOrder(seed, task.size());
        this.samples = samples;
        this.concurrency = concurrency;
        this.silence = silence;
    }

    @Override
    public List<NodeEpoch> due(long epoch) {
        List<Integer> items = IntStream.range(0, samples)
                .map(i -> order.item(epoch * samples + i))
                .distinct()
                .boxed()
                .toList();
        return directory.nodes().stream()
                .map(node -> new NodeEpoch(
                        Long.toString(epoch), Target.of(node), task.fingerprint(), items, concurrency, silence))
                .toList();
    }
}
