package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import network.pokt.mlqos.evaluation.Billing;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.stats.Estimate;

/**
 * The nodes of a run, best first, with how sure that order is. Immutable.
 *
 * <p>Nodes are sorted by the share of samples that they answered rightly, failures counted as wrong: a node that answers only
 * what is easy does not win. The order is a reading aid; the {@linkplain Standing#rank() rank intervals} are the finding.
 */
public final class Leaderboard {

    /** One steady node in a thousand is doubted in error. */
    private static final double SHIFT_P_VALUE = 0.001;

    /** Honest tokenizers and special tokens stay well within a tenth of each other on the same kind of text. */
    private static final double OVERBILLING = 1.1;

    /** A median of fewer nodes would be too much the node itself. */
    private static final int PEERS = 3;

    /** Answers that make a bill worth comparing, in characters. */
    private static final long ENOUGH_TEXT = 1_000;

    private final List<Standing> standings;

    private Leaderboard(List<Standing> standings) {
        this.standings = List.copyOf(standings);
    }

    public static Leaderboard of(EvaluationReport report) {
        List<NodeReport> nodes = report.nodes();
        Ranking ranking = Ranking.of(nodes);
        double perEvent = median(nodes, Billing::tokensPerEvent);
        double perCharacter = median(nodes, Billing::tokensPerCharacter);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NodeReport node = nodes.get(i);
            standings.add(new Standing(
                    node,
                    ranking.of(i),
                    average(node, TaskReport::score),
                    average(node, TaskReport::scoreCountingFailures),
                    doubts(node, perEvent, perCharacter)));
        }
        standings.sort(Comparator.comparingDouble(Leaderboard::sortingScore).reversed());
        return new Leaderboard(standings);
    }

    /** Returns the rows, best first. */
    public List<Standing> standings() {
        return standings;
    }

    /** Returns the node that serves a need best, or none, with the reasons. */
    public Pick pick(Need need) {
        return Pick.from(standings, need);
    }

    private static double sortingScore(Standing standing) {
        double score = standing.countingFailures().value();
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }

    /** The unweighted mean over tasks; the errors of tasks are independent. One task keeps its own interval. */
    private static Estimate average(NodeReport node, Function<TaskReport, Estimate> score) {
        List<Estimate> estimates = node.tasks().stream().map(score).toList();
        if (estimates.size() == 1) {
            return estimates.get(0);
        }
        if (estimates.stream().anyMatch(estimate -> estimate.n() < 2)) {
            return Estimate.none();
        }
        WeightedSum mean = new WeightedSum();
        estimates.forEach(estimate -> mean.add(1.0 / estimates.size(), estimate));
        return mean.estimate();
    }

    private static List<Doubt> doubts(NodeReport node, double perEvent, double perCharacter) {
        List<Doubt> doubts = new ArrayList<>();
        for (TaskReport task : node.tasks()) {
            task.shift()
                    .filter(shift -> shift.pValue() < SHIFT_P_VALUE)
                    .ifPresent(shift -> doubts.add(new Doubt.Changed(
                            task.task(),
                            shift.index(),
                            shift.before().value(),
                            shift.after().value(),
                            shift.pValue())));
            if (task.unearnedRejections() > 0) {
                doubts.add(new Doubt.TurnsAway(task.unearnedRejections()));
            }
        }
        Billing billing = node.billing();
        double ratio = billing.contentEvents() > 0
                ? billing.tokensPerEvent() / perEvent
                : billing.tokensPerCharacter() / perCharacter;
        if (billing.characters() >= ENOUGH_TEXT && ratio > OVERBILLING) {
            doubts.add(new Doubt.Overbills(ratio));
        }
        return doubts;
    }

    /** The median over the nodes that have a figure; NaN, with which nothing compares, below {@link #PEERS} of them. */
    private static double median(List<NodeReport> nodes, ToDoubleFunction<Billing> figure) {
        double[] known = nodes.stream()
                .map(NodeReport::billing)
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (known.length < PEERS) {
            return Double.NaN;
        }
        int middle = known.length / 2;
        return known.length % 2 == 1
                ? known[middle]
                : Arrays.stream(known, middle - 1, middle + 1).average().orElseThrow();
    }
}
