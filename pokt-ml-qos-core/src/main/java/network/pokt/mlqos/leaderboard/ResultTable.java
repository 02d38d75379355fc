package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;

/**
 * Results of nodes on tasks, from which boards are made by several rules. Immutable.
 *
 * <pre>{@code
 * Board board = ResultTable.of(results).average(Taxonomy.mean("v1", Taxonomy.tasks(names)));
 * board.lines().get(0).rank();   // 1-3
 * }</pre>
 */
public final class ResultTable {

    /** A median over the samples of a task. */
    private static final double TYPICAL = 50;

    private final Map<NodeId, List<TaskResult>> results = new LinkedHashMap<>();

    private ResultTable(Collection<TaskResult> all) {
        for (TaskResult result : all) {
            List<TaskResult> own = results.computeIfAbsent(result.node(), node -> new ArrayList<>());
            if (own.stream().anyMatch(other -> other.task().equals(result.task()))) {
                throw new IllegalArgumentException("Node " + result.node() + " has two results on " + result.task()
                        + ", merge them or leave one out.");
            }
            own.add(result);
        }
    }

    /** Returns a table of results, at most one for each pair of node and task. */
    public static ResultTable of(Collection<TaskResult> results) {
        return new ResultTable(results);
    }

    /** Returns the results of a run, by each task's first measure with failures counted as wrong. */
    public static ResultTable of(EvaluationReport report) {
        List<TaskResult> results = new ArrayList<>();
        for (NodeReport node : report.nodes()) {
            for (TaskReport task : node.tasks()) {
                TaskResult.Builder result = TaskResult.builder(
                                node.node().id(), task.task(), task.scoreCountingFailures())
                        .samples((long) task.answered() + task.failed(), task.answered())
                        .cost(node.rate().currency(), task.cost());
                if (task.latency().total().count() > 0) {
                    result.latency(task.latency().total().percentile(TYPICAL));
                }
                if (task.latency().firstToken().count() > 0) {
                    result.firstToken(task.latency().firstToken().percentile(TYPICAL));
                }
                results.add(result.build());
            }
        }
        return of(results);
    }

    /** Returns the nodes in the order in which they first came. */
    public List<NodeId> nodes() {
        return List.copyOf(results.keySet());
    }

    /** Returns the names of all tasks, sorted. */
    public List<String> tasks() {
        TreeSet<String> tasks = new TreeSet<>();
        results.values().forEach(own -> own.forEach(result -> tasks.add(result.task())));
        return List.copyOf(tasks);
    }

    /**
     * Ranks by the weighted mean of a taxonomy. A node that lacks tasks gets the mean over those it has, is marked partial, and
     * stands behind all that are complete; pairs are compared on the tasks that both have. The scores of two nodes are taken for
     * independent, which makes ranks wider than they need be where both saw the same items: {@link Leaderboard} compares those.
     */
    public Board average(Taxonomy tree) {
        List<NodeId> nodes = nodes();
        List<Map<String, Estimate>> scores = nodes.stream().map(this::scores).toList();
        List<Ranking.Comparison> pairs = new ArrayList<>();
        for (int one = 0; one < nodes.size(); one++) {
            for (int other = one + 1; other < nodes.size(); other++) {
                Estimate difference = TaxonomyScore.difference(tree, scores.get(one), scores.get(other));
                pairs.add(Ranking.Comparison.of(one, other, difference.value(), spread(difference)));
            }
        }
        List<Estimate> values =
                scores.stream().map(own -> TaxonomyScore.of(tree, own)).toList();
        double[] coverage = scores.stream()
                .mapToDouble(own -> TaxonomyScore.coverage(tree, own.keySet()))
                .toArray();
        return board("average " + tree.name(), values, Ranking.of(nodes.size(), pairs), coverage);
    }

    /**
     * Ranks by HELM's mean win rate over all tasks: how often a node beats another one. A node's rate depends on who else is in
     * the table. Intervals come from redrawing every score within its own error.
     *
     * @param seed repeats the draws
     */
    public Board winRates(long seed) {
        List<NodeId> nodes = nodes();
        List<String> tasks = tasks();
        RedrawnWinRates rates = RedrawnWinRates.of(
                nodes.stream()
                        .map(node -> {
                            Map<String, Estimate> own = scores(node);
                            return tasks.stream()
                                    .map(task -> own.getOrDefault(task, Estimate.none()))
                                    .toList();
                        })
                        .toList(),
                seed);
        double[] coverage = nodes.stream()
                .mapToDouble(node -> (double) scores(node).size() / tasks.size())
                .toArray();
        return board("mean win rate", rates.estimates(), Ranking.of(nodes.size(), rates.comparisons()), coverage);
    }

    /** Returns the measured scores of a node by task; empty if there is no such node. */
    public Map<String, Estimate> scores(NodeId node) {
        Map<String, Estimate> scores = new HashMap<>();
        results.getOrDefault(node, List.of()).stream()
                .filter(TaskResult::measured)
                .forEach(result -> scores.put(result.task(), result.score()));
        return scores;
    }

    /** The standard error of which the end of the interval that is nearer to no difference is as far away as it should be. */
    private static double spread(Estimate difference) {
        double toZero = difference.value() > 0
                ? difference.value() - difference.interval().lower()
                : difference.interval().upper() - difference.value();
        return toZero / RedrawnWinRates.REACH;
    }

    private Board board(String rule, List<Estimate> values, Ranking ranking, double[] coverage) {
        List<NodeId> nodes = nodes();
        List<Board.Line> lines = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<TaskResult> own = results.getOrDefault(nodes.get(i), List.of());
            double concluded = own.stream().mapToLong(TaskResult::concluded).sum();
            long answered = own.stream().mapToLong(TaskResult::answered).sum();
            lines.add(new Board.Line(
                    nodes.get(i), values.get(i), ranking.of(i), coverage[i], answered / concluded, Service.of(own)));
        }
        lines.sort(Comparator.comparing(Board.Line::partial)
                .thenComparing(
                        Comparator.comparingDouble(ResultTable::sortingValue).reversed()));
        return new Board(rule, lines);
    }

    private static double sortingValue(Board.Line line) {
        double value = line.value().value();
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
