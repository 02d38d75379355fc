package network.pokt.mlqos.evaluation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.transport.FaultCause;

/** What one node did in a run. Immutable once the run has ended. */
public final class NodeReport {

    private final Node node;
    private final Rate rate;
    private final Optional<LikelihoodFinding> likelihoods;
    private final List<TaskReport> tasks;

    NodeReport(Node node, Rate rate, Optional<LikelihoodFinding> likelihoods, List<TaskReport> tasks) {
        this.likelihoods = likelihoods;
        this.node = node;
        this.rate = rate;
        this.tasks = List.copyOf(tasks);
    }

    public Node node() {
        return node;
    }

    /** Returns what a probe found out about the node's log-likelihoods, if {@linkplain Evaluation#probeLikelihoods one was sent}. */
    public Optional<LikelihoodFinding> likelihoods() {
        return likelihoods;
    }

    /** Returns what the node charges. */
    public Rate rate() {
        return rate;
    }

    /** Returns the node's results, in the order of the run's tasks. */
    public List<TaskReport> tasks() {
        return tasks;
    }

    /** Returns the result on one task, by its name. */
    public TaskReport task(String name) {
        return tasks.stream()
                .filter(task -> task.task().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This run had no task '" + name + "', it had "
                        + tasks.stream().map(TaskReport::task).toList() + "."));
    }

    /** Returns a measure of the run's first task over the samples that were answered. */
    public Estimate score(String measure) {
        return tasks.get(0).score(measure);
    }

    /** Returns relays sent and tokens claimed over all tasks. */
    public Spend spend() {
        return tasks.stream().map(TaskReport::spend).reduce(Spend.NONE, Spend::plus);
    }

    /** Returns what the spend costs at the node's rate. */
    public BigDecimal cost() {
        return tasks.stream().map(TaskReport::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the latencies over all tasks. */
    public Latency latency() {
        Latency all = new Latency();
        tasks.forEach(task -> all.merge(task.latency()));
        return all;
    }

    /** Returns what was billed against what was seen, over all tasks. */
    public Billing billing() {
        return tasks.stream().map(TaskReport::billing).reduce(Billing.NONE, Billing::plus);
    }

    /** Returns how many relays failed for each cause over all tasks. */
    public Map<FaultCause, Long> failedAttempts() {
        Map<FaultCause, Long> all = new EnumMap<>(FaultCause.class);
        tasks.forEach(task -> task.failedAttempts().forEach((cause, count) -> all.merge(cause, count, Long::sum)));
        return all;
    }
}
