package network.pokt.mlqos.lmeh.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationEvent.SampleConcluded;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.lmeh.result.GroupResult;
import network.pokt.mlqos.lmeh.result.MetricResult;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import tools.jackson.databind.JsonNode;

/** Evaluates tasks on the recorded answers of a run. */
public final class Replay {

    private static final double TOLERANCE = 1e-12;

    private final GoldenRun run;
    private final RecordedTransport transport;
    private final Map<String, List<SampleConcluded>> concluded = new HashMap<>();
    private final EvaluationReport report;
    private final Node node = Node.at(URI.create("http://127.0.0.1:8000"), "mock");

    /** Asks the tasks, one request after the other. */
    public Replay(GoldenRun run, List<? extends Task> tasks, ModelApi api, boolean apart) throws InterruptedException {
        this.run = run;
        this.transport = new RecordedTransport(run, apart);
        this.report = Evaluation.of(List.copyOf(tasks))
                .transport(transport)
                .nodes(NodeDirectory.of(node))
                .api(api)
                .sampling(Sampling.all())
                .concurrency(1)
                .onEvent(event -> {
                    if (event instanceof SampleConcluded sample) {
                        concluded
                                .computeIfAbsent(sample.task(), unused -> new ArrayList<>())
                                .add(sample);
                    }
                })
                .run();
    }

    /** Returns what came of the samples of a task, in the order in which they were asked. */
    public List<SampleConcluded> concluded(String task) {
        List<SampleConcluded> samples = concluded.getOrDefault(task, List.of());
        assertThat(samples).allSatisfy(sample -> assertThat(sample.cause()).isEmpty());
        return samples;
    }

    /** Returns what was found about the one node. */
    public NodeReport report() {
        return report.of(node);
    }

    /** Compares the requests with those of the run, in any order. */
    public int compareRequests() {
        assertThat(transport.sent().stream().sorted().toList())
                .isEqualTo(transport.recorded().stream().sorted().toList());
        return transport.sent().size();
    }

    /** Compares every measure of a task, and its standard error, with the results of the run. */
    public int compareMeasures(Task task) {
        TaskReport measured = report.of(node).task(task.name());
        JsonNode results = run.results().path(task.name());
        for (Measure measure : task.measures()) {
            Estimate estimate = measured.score(measure.key());
            same(estimate.value(), results.get(measure.key()), measure.key());
            String error = measure.metric() + "_stderr," + measure.filter();
            same(estimate.standardError(), results.get(error), error);
        }
        return task.measures().size();
    }

    /** Compares the values of a group with the results of the run. */
    public int compareGroup(GroupResult group) {
        JsonNode results = run.results().path(group.name());
        for (MetricResult metric : group.metrics()) {
            String key = metric.metric() + "," + metric.filter();
            String error = metric.metric() + "_stderr," + metric.filter();
            same(metric.value(), results.get(key), group.name() + " " + key);
            same(metric.standardError().orElse(Double.NaN), results.get(error), group.name() + " " + error);
            assertThat(group.sampleCounts().get(key))
                    .isEqualTo(results.get("sample_count").get(key).asInt());
        }
        return group.metrics().size();
    }

    private void same(double value, JsonNode expected, String what) {
        assertThat(expected).as(run + " " + what).isNotNull();
        if (expected.isString()) {
            assertThat(expected.asString()).isEqualTo("N/A");
            assertThat(value).as(run + " " + what).isNaN();
            return;
        }
        double wanted = expected.asDouble();
        assertThat(Math.abs(value - wanted))
                .as(run + " " + what + ": " + value + " for " + wanted)
                .isLessThanOrEqualTo(TOLERANCE * Math.max(1e-3, Math.abs(wanted)));
    }
}
