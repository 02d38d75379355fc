package network.pokt.mlqos.leaderboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.stats.Estimate;

/**
 * One row of a leaderboard.
 *
 * @param report everything that was measured of the node
 * @param rank the ranks that it may truly have
 * @param answered the mean over tasks of each task's first measure, over the samples that were answered
 * @param countingFailures the same with failures counted as wrong; the leaderboard is sorted by it
 * @param doubts reasons not to take the figures at their face value
 */
public record Standing(
        NodeReport report, RankInterval rank, Estimate answered, Estimate countingFailures, List<Doubt> doubts) {

    public Standing {
        doubts = List.copyOf(doubts);
    }

    public Node node() {
        return report.node();
    }

    /** Returns how many samples were planned over all tasks. */
    public long planned() {
        return report.tasks().stream().mapToLong(TaskReport::planned).sum();
    }

    /** Returns how many samples were answered over all tasks. */
    public long answeredSamples() {
        return report.tasks().stream().mapToLong(TaskReport::answered).sum();
    }

    /** Returns the cost of everything that was asked, per right answer; empty if there was none. */
    public Optional<BigDecimal> costPerRightAnswer() {
        double right = report.tasks().stream()
                .filter(task -> task.answered() > 0)
                .mapToDouble(task -> task.score().value() * task.answered())
                .sum();
        return right > 0
                ? Optional.of(report.cost().divide(BigDecimal.valueOf(right), MathContext.DECIMAL64))
                : Optional.empty();
    }
}
