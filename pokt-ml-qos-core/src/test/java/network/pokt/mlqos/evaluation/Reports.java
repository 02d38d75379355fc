package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.transport.FaultCause;

/** Makes reports of runs that were never run, through the tallies that real runs fill. */
public final class Reports {

    private Reports() {}

    /** What a node does with each sample. */
    @FunctionalInterface
    public interface Script {
        Answer answer(int sample);
    }

    /** One sample at one node. */
    public record Answer(boolean right, Optional<FaultCause> cause, long billed, int events, Duration firstToken) {

        public static Answer of(boolean right) {
            return new Answer(right, Optional.empty(), 10, 10, Duration.ofMillis(100));
        }

        public static Answer failed(FaultCause cause) {
            return new Answer(false, Optional.of(cause), 0, 0, Duration.ZERO);
        }

        public Answer billing(long billed, int events) {
            return new Answer(right, cause, billed, events, firstToken);
        }

        public Answer firstToken(Duration firstToken) {
            return new Answer(right, cause, billed, events, firstToken);
        }
    }

    public static EvaluationReport of(int samples, Map<Node, Script> nodes) {
        return of(samples, nodes, Map.of());
    }

    public static EvaluationReport of(int samples, Map<Node, Script> nodes, Map<Node, Rate> rates) {
        List<Node> order =
                nodes.keySet().stream().sorted(Comparator.comparing(Node::id)).toList();
        Plan plan = new Plan(
                order.stream()
                        .map(node -> new Plan.Seat(node, new PlainApi(), rates.getOrDefault(node, Rate.free("USD"))))
                        .toList(),
                List.of(NumbersTask.of(samples)),
                Sampling.all(),
                0,
                1,
                1,
                RetryRule.NEVER,
                Duration.ofMinutes(1),
                Optional.empty(),
                Budget.unlimited());
        Tallies tallies = new Tallies(plan);
        for (int node = 0; node < order.size(); node++) {
            for (int sample = 0; sample < samples; sample++) {
                add(tallies.of(node, 0), sample, nodes.get(order.get(node)).answer(sample));
            }
        }
        return EvaluationReport.of(plan, tallies, Ending.COMPLETE, Duration.ofSeconds(1));
    }

    private static void add(Tally tally, int sample, Answer answer) {
        FaultCause cause = answer.cause().orElse(null);
        long first = answer.firstToken().toNanos();
        tally.add(new Attempt(
                0, sample, 0, 1, true, cause, first + 1_000_000, first, answer.events(), 0, answer.billed(), 100));
        tally.add(
                cause == null
                        ? new Verdict.Scored(0, sample, Score.of(answer.right() ? 1 : 0))
                        : new Verdict.Failed(0, sample, cause));
    }
}
