package network.pokt.mlqos.leaderboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.node.NodeId;

/** Who won how often against whom: by a judge's verdicts, or item by item. Not thread-safe. */
public final class Duels {

    private static final double HALF = 0.5;

    private final List<NodeId> nodes;
    private final Map<NodeId, Integer> places = new HashMap<>();
    private final double[][] wins;

    /** Makes a record without any duel yet of these nodes, at least two, none twice. */
    public Duels(List<NodeId> nodes) {
        this.nodes = List.copyOf(nodes);
        nodes.forEach(node -> places.put(node, places.size()));
        if (nodes.size() < 2 || places.size() < nodes.size()) {
            throw new IllegalArgumentException("Duels need at least two nodes and none twice, got " + nodes + ".");
        }
        this.wins = new double[nodes.size()][nodes.size()];
    }

    /** Counts a duel. */
    public Duels won(NodeId winner, NodeId loser) {
        wins[place(winner)][place(loser)]++;
        return this;
    }

    /** Counts a duel without a winner, as half a win for each. */
    public Duels tied(NodeId one, NodeId other) {
        wins[place(one)][place(other)] += HALF;
        wins[place(other)][place(one)] += HALF;
        return this;
    }

    private int place(NodeId node) {
        Integer place = places.get(node);
        if (place == null) {
            throw new IllegalArgumentException("Node " + node + " is not among those of these duels: " + nodes + ".");
        }
        return place;
    }

    /** Returns the nodes in the order in which they were given. */
    public List<NodeId> nodes() {
        return nodes;
    }

    double[][] wins() {
        return Arrays.stream(wins).map(double[]::clone).toArray(double[][]::new);
    }

    long duelsOf(int node) {
        double all = 0;
        for (int other = 0; other < wins.length; other++) {
            all += other == node ? 0 : wins[node][other] + wins[other][node];
        }
        return Math.round(all);
    }
}
