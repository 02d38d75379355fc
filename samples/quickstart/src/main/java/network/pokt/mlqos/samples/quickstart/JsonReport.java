package network.pokt.mlqos.samples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.Latency;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.leaderboard.Doubt;
import network.pokt.mlqos.leaderboard.Leaderboard;
import network.pokt.mlqos.leaderboard.Need;
import network.pokt.mlqos.leaderboard.Pick;
import network.pokt.mlqos.leaderboard.Standing;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.LatencyHistogram;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.transport.FaultCause;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints a leaderboard for machines: the facts of {@link TextReport}, unrounded. Durations are in seconds. */
final class JsonReport {

    private static final double[] PERCENTILES = {50, 95, 99};

    private final PrintStream out;
    private final JsonMapper mapper = new JsonMapper();

    JsonReport(PrintStream out) {
        this.out = out;
    }

    void print(EvaluationReport report, Leaderboard leaderboard, List<Need> needs) {
        ObjectNode root = mapper.createObjectNode();
        root.put("ending", report.ending().name());
        root.put("duration_s", seconds(report.duration()));
        ArrayNode nodes = root.putArray("leaderboard");
        leaderboard.standings().forEach(standing -> put(nodes.addObject(), standing));
        ArrayNode picks = root.putArray("picks");
        needs.forEach(need -> put(picks.addObject(), leaderboard.pick(need)));
        out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void put(ObjectNode json, Standing standing) {
        json.put("node", standing.node().id().toString());
        json.put("endpoint", standing.node().endpoint().toString());
        standing.node().model().ifPresent(model -> json.put("model", model));
        json.putObject("rank")
                .put("best", standing.rank().best())
                .put("worst", standing.rank().worst());
        put(json.putObject("right_of_answered"), standing.answered());
        put(json.putObject("failures_as_wrong"), standing.countingFailures());
        ArrayNode tasks = json.putArray("tasks");
        standing.report().tasks().forEach(task -> put(tasks.addObject(), task));
        put(json.putObject("latency_s"), standing.report().latency());
        json.putObject("spend")
                .put("relays", standing.report().spend().relays())
                .put("prompt_tokens", standing.report().spend().promptTokens())
                .put("completion_tokens", standing.report().spend().completionTokens())
                .put("cost", standing.report().cost())
                .put("currency", standing.report().rate().currency());
        standing.costPerRightAnswer().ifPresent(cost -> json.put("cost_per_right_answer", cost));
        put(json.putObject("failed_relays"), standing.report().failedAttempts());
        ArrayNode doubts = json.putArray("doubts");
        standing.doubts().stream().map(Doubt::sentence).forEach(doubts::add);
    }

    private static void put(ObjectNode json, TaskReport task) {
        json.put("task", task.task());
        json.put("planned", task.planned());
        json.put("answered", task.answered());
        json.put("failed", task.failed());
        json.put("not_asked", task.notAsked());
        ObjectNode scores = json.putObject("scores");
        for (Measure measure : task.measures()) {
            ObjectNode score = scores.putObject(measure.key());
            put(score.putObject("right_of_answered"), task.score(measure.key()));
            put(score.putObject("failures_as_wrong"), task.scoreCountingFailures(measure.key()));
        }
        put(json.putObject("failed_samples"), task.failedSamples());
    }

    private static void put(ObjectNode json, Estimate estimate) {
        json.put("n", estimate.n());
        if (estimate.n() == 0) {
            return;
        }
        json.put("value", estimate.value());
        if (!Double.isNaN(estimate.standardError())) {
            json.put("standard_error", estimate.standardError());
        }
        json.putArray("interval")
                .add(estimate.interval().lower())
                .add(estimate.interval().upper());
        json.put("level", estimate.interval().level());
    }

    private static void put(ObjectNode json, Latency latency) {
        put(json.putObject("first_token"), latency.firstToken());
        put(json.putObject("per_output_token"), latency.perOutputToken());
        put(json.putObject("total"), latency.total());
    }

    private static void put(ObjectNode json, LatencyHistogram histogram) {
        json.put("n", histogram.count());
        for (double percentile : PERCENTILES) {
            if (histogram.count() > 0) {
                json.put("p" + (int) percentile, seconds(histogram.percentile(percentile)));
            }
        }
    }

    private static void put(ObjectNode json, Map<FaultCause, Long> faults) {
        faults.forEach((cause, count) -> json.put(cause.name(), count));
    }

    private static void put(ObjectNode json, Pick pick) {
        json.put("need", pick.need().name());
        pick.choice().ifPresent(choice -> json.put("node", choice.node().id().toString()));
        json.put("reason", pick.reason());
        ObjectNode refused = json.putObject("refused");
        pick.refused().forEach((node, why) -> refused.put(node.toString(), why));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
