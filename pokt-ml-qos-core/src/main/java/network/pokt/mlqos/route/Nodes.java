package network.pokt.mlqos.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/** The nodes of the directory with what was learnt of each, refreshed from it now and then. Thread-safe. */
final class Nodes {

    /** How many nodes that left the directory are remembered, since sessions bring them back. */
    private static final int REMEMBERED = 10_000;

    private final RouterConfig config;
    private final Draws draws;
    private final Map<NodeId, NodeState> states = new ConcurrentHashMap<>();
    private final Map<String, OperatorShare> operators = new ConcurrentHashMap<>();
    private final AtomicLong picks = new AtomicLong();
    final AtomicLong epoch = new AtomicLong();
    final PoolLatency latency = new PoolLatency();
    private volatile List<NodeState> current = List.of();
    private volatile double failureRate;
    private volatile long refreshedAt;
    private volatile boolean fresh;

    Nodes(RouterConfig config, Draws draws) {
        this.config = config;
        this.draws = draws;
    }

    /** Returns the nodes there are now. */
    List<NodeState> current(long nanos) {
        if (!fresh || nanos - refreshedAt >= config.refreshNanos) {
            refresh(nanos);
        }
        return current;
    }

    private synchronized void refresh(long nanos) {
        if (fresh && nanos - refreshedAt < config.refreshNanos) {
            return;
        }
        List<Node> listed = config.nodes.nodes();
        List<NodeState> now = new ArrayList<>(listed.size());
        for (Node node : listed) {
            now.add(state(node));
        }
        forget(now);
        latency.begin();
        double[] rates = new double[now.size()];
        for (int i = 0; i < rates.length; i++) {
            now.get(i).fit(latency, nanos);
            rates[i] = now.get(i).failureRate();
        }
        latency.end();
        failureRate = middle(rates);
        current = List.copyOf(now);
        refreshedAt = nanos;
        fresh = true;
    }

    /** Returns the median, 0 of fewer than three: two nodes do not tell which of them is usual. Sorts what it is given. */
    static double middle(double[] rates) {
        Arrays.sort(rates);
        return rates.length < 3 ? 0 : rates[rates.length / 2];
    }

    NodeState state(Node node) {
        return states.computeIfAbsent(node.id(), id -> new NodeState(node, config.health, draws, latency));
    }

    private void forget(List<NodeState> now) {
        if (states.size() > now.size() + REMEMBERED) {
            Set<NodeState> kept = new HashSet<>(now);
            states.values()
                    .removeIf(state -> !kept.contains(state) && state.load().inFlight() == 0);
        }
    }

    OperatorShare operator(String name) {
        return operators.computeIfAbsent(name, unknown -> new OperatorShare(picks));
    }

    /** Returns the share of relays that the middle node of the pool fails. */
    double failureRate() {
        return failureRate;
    }

    /** Returns whether one more node may be benched. */
    boolean benchHasRoom(NodeState candidate, long nanos) {
        List<NodeState> all = current;
        int benched = 1;
        for (NodeState state : all) {
            if (state != candidate && state.isBenched(nanos)) {
                benched++;
            }
        }
        return benched <= config.health.mostBenched() * all.size();
    }
}
