package network.pokt.mlqos.samples.leaderboardsite.board;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.leaderboard.BoardSnapshot;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedNode;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.store.Charge;

/**
 * All that is shown of one node.
 *
 * @param place where it stands on the board, from 1; a reading aid, its rank interval is the finding
 * @param profile what is believed about it
 * @param line its line on the board of its service
 * @param model the model that it claims to serve, empty if it is not said or the node is gone
 * @param operator who runs it, where known
 * @param costPerRightAnswer what a right answer costs, where a price is known and an answer was right
 * @param before its place a day ago, if it had one
 * @param alarms every alarm there was, the newest first
 */
public record NodeCard(
        int place,
        NodeProfile profile,
        Board.Line line,
        Optional<String> model,
        Optional<String> operator,
        Optional<Charge> costPerRightAnswer,
        Optional<BoardSnapshot.Place> before,
        List<RaisedAlarm> alarms) {

    public NodeCard {
        alarms = List.copyOf(alarms);
    }

    public NodeId id() {
        return line.node();
    }

    /** Says whether the node is made up. */
    public boolean simulated() {
        return id().service().equals(SimulatedNode.SERVICE);
    }

    /**
     * Says whether the node became better or worse since a day ago, such that the two intervals do not even touch.
     *
     * @return 1, -1, or 0 where nothing of the kind can be said
     */
    public int move() {
        return before.map(old -> {
                    double lower = line.value().interval().lower();
                    double upper = line.value().interval().upper();
                    return lower > old.upper() ? 1 : upper < old.lower() ? -1 : 0;
                })
                .orElse(0);
    }
}
