package network.pokt.mlqos.leaderboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;

/**
 * Nodes ranked by one rule, best first. Immutable; {@link ResultTable} makes it.
 *
 * @param rule what they are ranked by, for people
 * @param lines one for each node: first those that have every task, then the partial ones, each by falling value
 */
public record Board(String rule, List<Line> lines) {

    public Board {
        lines = List.copyOf(lines);
    }

    /** Returns a node's line, if it has one. */
    public Optional<Line> of(NodeId node) {
        return lines.stream().filter(line -> line.node().equals(node)).findFirst();
    }

    /** Returns this board as it stands at a moment, to be kept and compared with later ones. */
    public BoardSnapshot at(Instant at) {
        return BoardSnapshot.of(at, this);
    }

    /**
     * A node on a board.
     *
     * @param node who
     * @param value what it is ranked by, with its interval
     * @param rank the ranks that the data do not exclude
     * @param coverage the share of the rule's tasks, by weight, that was measured; what is below 1 is partial
     * @param answered the share of samples that were answered, NaN without samples
     * @param service how it served
     */
    public record Line(
            NodeId node, Estimate value, RankInterval rank, double coverage, double answered, Service service) {

        /** Rounding leaves a sum of weights this far from 1. */
        private static final double ROUNDING = 1e-9;

        /** Says whether tasks are missing, so that the value is one over other tasks than that of others. */
        public boolean partial() {
            return coverage < 1 - ROUNDING;
        }
    }
}
