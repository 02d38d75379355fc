package network.pokt.mlqos.diffusion.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.metric.WinRates;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Task;

/**
 * Tasks by the aspect that they speak for, and how nodes compare in each: HEIM's mean win rate, over the first measure of each
 * task.
 *
 * @param tasks the tasks of each aspect; one task may speak for several
 */
public record HeimSuite(Map<HeimAspect, List<Task>> tasks) {

    /** Copies the map. */
    public HeimSuite {
        EnumMap<HeimAspect, List<Task>> copy = new EnumMap<>(HeimAspect.class);
        tasks.forEach((aspect, list) -> copy.put(aspect, List.copyOf(list)));
        tasks = Collections.unmodifiableMap(copy);
    }

    /** Returns every task once, to be evaluated. */
    public List<Task> all() {
        Map<String, Task> all = new LinkedHashMap<>();
        tasks.values().forEach(list -> list.forEach(task -> all.putIfAbsent(task.name(), task)));
        return List.copyOf(all.values());
    }

    /**
     * Returns the mean win rate of each node in each aspect, 0 to 1, NaN where a node has no value.
     *
     * @throws IllegalArgumentException if a task was not part of the run
     */
    public Map<HeimAspect, Map<Node, Double>> winRates(EvaluationReport report) {
        Map<HeimAspect, Map<Node, Double>> rates = new EnumMap<>(HeimAspect.class);
        tasks.forEach((aspect, list) -> rates.put(aspect, rates(report, list)));
        return rates;
    }

    private static Map<Node, Double> rates(EvaluationReport report, List<Task> tasks) {
        List<NodeReport> nodes = report.nodes();
        double[][] table = new double[nodes.size()][tasks.size()];
        List<WinRates.Direction> directions = new ArrayList<>();
        for (int column = 0; column < tasks.size(); column++) {
            Measure first = tasks.get(column).measures().get(0);
            directions.add(
                    first.higherIsBetter() ? WinRates.Direction.HIGHER_IS_BETTER : WinRates.Direction.LOWER_IS_BETTER);
            for (int row = 0; row < nodes.size(); row++) {
                Estimate score = nodes.get(row).task(tasks.get(column).name()).score(first.toString());
                table[row][column] = score.value();
            }
        }
        double[] means = WinRates.of(table, directions).means();
        Map<Node, Double> rates = new LinkedHashMap<>();
        for (int row = 0; row < nodes.size(); row++) {
            rates.put(nodes.get(row).node(), means[row]);
        }
        return rates;
    }
}
