package network.pokt.mlqos.samples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.leaderboard.Doubt;
import network.pokt.mlqos.leaderboard.Leaderboard;
import network.pokt.mlqos.leaderboard.Need;
import network.pokt.mlqos.leaderboard.Pick;
import network.pokt.mlqos.leaderboard.Standing;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.LatencyHistogram;
import network.pokt.mlqos.transport.FaultCause;

/** Prints a leaderboard for people. */
final class TextReport {

    private final PrintStream out;

    TextReport(PrintStream out) {
        this.out = out;
    }

    void print(EvaluationReport report, Leaderboard leaderboard, List<Need> needs) {
        printScores(leaderboard);
        printLatencies(leaderboard);
        printSpend(leaderboard);
        printDoubts(leaderboard);
        out.println();
        out.println("WHICH NODE FOR WHICH NEED");
        for (Need need : needs) {
            print(leaderboard.pick(need));
        }
        out.printf(
                Locale.ROOT,
                "%nRun %s in %.1f s.%n",
                report.ending().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                report.duration().toMillis() / 1000.0);
    }

    private void printScores(Leaderboard leaderboard) {
        Table table = new Table("rank", "node", "task", "right of answered", "failures as wrong", "answered", "failed");
        for (Standing standing : leaderboard.standings()) {
            boolean first = true;
            for (TaskReport task : standing.report().tasks()) {
                table.row(
                        first ? standing.rank().toString() : "",
                        first ? name(standing.node()) : "",
                        task.task() + " " + task.measures().get(0),
                        brief(task.score()),
                        brief(task.scoreCountingFailures()),
                        task.answered() + " of " + task.planned(),
                        faults(task.failedSamples()));
                first = false;
            }
        }
        out.println();
        out.println("LEADERBOARD  (values with 95 % intervals; a range of ranks says what the data cannot tell apart)");
        table.print(out);
    }

    private void printLatencies(Leaderboard leaderboard) {
        Table table = new Table("node", "first token p50", "p95", "per token p50", "p95", "total p50", "p95", "p99");
        for (Standing standing : leaderboard.standings()) {
            var latency = standing.report().latency();
            table.row(
                    name(standing.node()),
                    millis(latency.firstToken(), 50),
                    millis(latency.firstToken(), 95),
                    millis(latency.perOutputToken(), 50),
                    millis(latency.perOutputToken(), 95),
                    millis(latency.total(), 50),
                    millis(latency.total(), 95),
                    millis(latency.total(), 99));
        }
        out.println();
        out.println("LATENCY  (milliseconds, answered relays)");
        table.print(out);
    }

    private void printSpend(Leaderboard leaderboard) {
        Table table =
                new Table("node", "relays", "tokens in", "tokens out", "cost", "per right answer", "failed relays");
        for (Standing standing : leaderboard.standings()) {
            var spend = standing.report().spend();
            String currency = " " + standing.report().rate().currency();
            table.row(
                    name(standing.node()),
                    Long.toString(spend.relays()),
                    Long.toString(spend.promptTokens()),
                    Long.toString(spend.completionTokens()),
                    Rate.format(standing.report().cost()) + currency,
                    standing.costPerRightAnswer()
                            .map(cost -> Rate.format(cost) + currency)
                            .orElse("-"),
                    faults(standing.report().failedAttempts()));
        }
        out.println();
        out.println("SPEND  (as billed, retries included)");
        table.print(out);
    }

    private void printDoubts(Leaderboard leaderboard) {
        List<String> lines = new ArrayList<>();
        for (Standing standing : leaderboard.standings()) {
            for (Doubt doubt : standing.doubts()) {
                lines.add("  " + name(standing.node()) + " " + doubt.sentence());
            }
        }
        out.println();
        out.println("DOUBTS");
        (lines.isEmpty() ? List.of("  none") : lines).forEach(out::println);
    }

    private void print(Pick pick) {
        out.println("  " + pick.need().name() + ":");
        out.println("    " + pick.choice().map(choice -> name(choice.node())).orElse("none") + ", because "
                + pick.reason());
        pick.refused().forEach((node, why) -> out.println("    not " + node + ": " + why));
    }

    static String name(Node node) {
        String id = node.id().toString();
        return node.model()
                .filter(model -> !model.equals(id))
                .map(model -> model + " @ " + id)
                .orElse(id);
    }

    private static String brief(Estimate estimate) {
        return estimate.n() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.3f  %.3f..%.3f",
                        estimate.value(),
                        estimate.interval().lower(),
                        estimate.interval().upper());
    }

    private static String millis(LatencyHistogram histogram, double percentile) {
        return histogram.count() == 0 ? "-" : millis(histogram.percentile(percentile));
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }

    private static String faults(Map<FaultCause, Long> faults) {
        return faults.isEmpty()
                ? "0"
                : faults.entrySet().stream()
                        .map(entry -> entry.getValue() + " "
                                + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
