package network.pokt.mlqos.leaderboard;

import java.util.Collection;
import java.util.List;
import network.pokt.mlqos.profile.LatencyPercentiles;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.TaskProfile;

/**
 * Makes the table behind leaderboards of what profiles say: who is how good right now.
 *
 * <pre>{@code
 * Board board = ProfileResults.table(book).average(taxonomy);
 * Files.writeString(history, board.at(time.now()).json() + "\n", CREATE, APPEND);
 * }</pre>
 *
 * <p>A score is the mean over the samples in the task's window, failures that are not the observer's own counted as wrong.
 * Latency is the median of the node's answers of every kind, the same in all of its rows. Cost stays unknown: a profile sums
 * up what a node has cost since it is known, and its windows forget. Alarms and trust change no row; show them beside the board.
 */
public final class ProfileResults {

    private ProfileResults() {}

    /** Returns the table of all nodes of a book, as of now. */
    public static ResultTable table(ProfileBook book) {
        return table(book.nodes().stream().flatMap(id -> book.of(id).stream()).toList());
    }

    /** Returns the table of these profiles, one for each node; a node without a sample of any task is not in it. */
    public static ResultTable table(Collection<NodeProfile> profiles) {
        return ResultTable.of(
                profiles.stream().flatMap(profile -> rows(profile).stream()).toList());
    }

    /** Returns one row for each task of a profile, in alphabetical order. */
    public static List<TaskResult> rows(NodeProfile profile) {
        return profile.tasks().stream()
                .flatMap(task -> profile.task(task).map(known -> row(profile, task, known)).stream())
                .toList();
    }

    private static TaskResult row(NodeProfile profile, String task, TaskProfile known) {
        TaskResult.Builder row = TaskResult.builder(profile.node(), task, known.accuracy())
                .samples(known.accuracy().n(), known.ofAnswered().n());
        profile.total().map(LatencyPercentiles::p50).ifPresent(row::latency);
        profile.firstToken().map(LatencyPercentiles::p50).ifPresent(row::firstToken);
        return row.build();
    }
}
