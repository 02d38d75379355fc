package network.pokt.mlqos.route.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.route.RouteEvent;
import network.pokt.mlqos.route.RouteListener;

/** Keeps book of whom a router benches, after how many relays, and of how soon a repaired node is back. */
final class HealthBook implements RouteListener {

    /** A trial of five answers and a ramp of ten. */
    private static final int ANSWERS_TO_FULL_WEIGHT = 15;

    private final Map<NodeId, SimNode> nodes;
    private final Map<NodeId, Integer> sinceFault = new HashMap<>();
    private final Map<NodeId, Integer> sinceRepair = new HashMap<>();
    private final List<Double> found = new ArrayList<>();
    private final List<Double> recovered = new ArrayList<>();
    private int healthyBenched;
    private int healthyRelays;

    HealthBook(Map<NodeId, SimNode> nodes) {
        this.nodes = nodes;
    }

    @Override
    public boolean wantsDecisions() {
        return false;
    }

    @Override
    public void on(RouteEvent event) {
        SimNode node = nodes.get(event.node().id());
        boolean benched = event instanceof RouteEvent.Benched;
        if (node.faults.isEmpty()) {
            healthyBenched += benched ? 1 : 0;
            healthyRelays += benched ? 0 : 1;
            return;
        }
        Fault fault = node.faults.get(0);
        NodeId id = event.node().id();
        if (benched && sinceFault.containsKey(id)) {
            found.add((double) sinceFault.get(id));
            sinceFault.put(id, Integer.MIN_VALUE);
        } else if (!benched && node.now() >= fault.until()) {
            if (event instanceof RouteEvent.Answered
                    && sinceRepair.merge(id, 1, Integer::sum) == ANSWERS_TO_FULL_WEIGHT) {
                recovered.add(node.now() - fault.until());
            }
        } else if (!benched && node.now() >= fault.from()) {
            sinceFault.computeIfPresent(id, (key, relays) -> relays < 0 ? relays : relays + 1);
            sinceFault.putIfAbsent(id, 1);
        }
    }

    void figures(Map<Figure, Double> into) {
        into.put(Figure.HEALTHY_BENCHED, (double) healthyBenched);
        into.put(Figure.HEALTHY_RELAYS, (double) healthyRelays);
        into.put(Figure.FOUND_AFTER, median(found));
        into.put(Figure.RECOVERED_AFTER, median(recovered));
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
    }
}
