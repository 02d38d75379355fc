package network.pokt.mlqos.route.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileSource;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.time.TimeSource;

/**
 * What a test bench would have found out: the accuracy on 200 samples, measured at the start and again at half time, when a swap
 * is found out too; the bills from a tenth of the time on.
 */
final class Bench implements ProfileSource {

    private static final int SAMPLES = 200;

    private final Map<NodeId, SimNode> nodes;
    private final List<Map<NodeId, NodeProfile>> measured = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final SplittableRandom random;
    private final TimeSource time;
    private final double length;

    Bench(Map<NodeId, SimNode> nodes, SplittableRandom random, TimeSource time, double length) {
        this.nodes = nodes;
        this.random = random;
        this.time = time;
        this.length = length;
    }

    @Override
    public Optional<NodeProfile> of(NodeId id) {
        double now = time.nanos() / 1e9;
        int phase = now < length / 10 ? 0 : now < length / 2 ? 1 : 2;
        return Optional.of(measured.get(phase).computeIfAbsent(id, key -> measure(nodes.get(id), id, phase)));
    }

    private NodeProfile measure(SimNode node, NodeId id, int phase) {
        NodeProfile earlier = phase == 1 ? measured.get(0).get(id) : null;
        long right = 0;
        for (int i = 0; i < SAMPLES; i++) {
            right += random.nextDouble() < node.accuracy() ? 1 : 0;
        }
        Estimate accuracy = earlier == null
                ? Estimate.ofProportion(right, SAMPLES)
                : earlier.accuracy("qa").orElseThrow();
        boolean swapped = phase == 2 && node.fault(Fault.Kind.WORSE, 0) > 0;
        NodeProfile.Builder profile = NodeProfile.builder(id, time.now())
                .accuracy("qa", accuracy)
                .trust(swapped ? Trust.SUSPECT : Trust.TRUSTED);
        if (phase > 0) {
            double ratio = node.fault(Fault.Kind.PADDED, 1);
            profile.overbillRatio(Estimate.ofStandardError(ratio, 0.005, SAMPLES));
        }
        return profile.build();
    }
}
