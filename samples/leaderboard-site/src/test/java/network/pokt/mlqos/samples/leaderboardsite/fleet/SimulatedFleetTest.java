package network.pokt.mlqos.samples.leaderboardsite.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Task;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimulatedFleetTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<SimulatedNode> NODES = SimulatedNodes.of(4, 7);

    private final VirtualClock clock = new VirtualClock(START);

    @Test
    void what_a_prompt_asks_is_what_is_judged() {
        assertThat(Steps.solve("Start with 48. Add 7. Subtract 5. What is the result?"))
                .isEqualTo(50);
        assertThat(Steps.solve("Start with 48. Multiply by 3. Multiply by 2. What"))
                .isEqualTo(288);
    }

    @Test
    void a_strong_model_is_right_more_often_than_a_weak_one_and_worse_after_a_swap() {
        SimulatedFleet fleet = new SimulatedFleet(NODES, clock, START.plus(Duration.ofDays(1)), 1);
        Node large = NODES.get(0).node();
        Node small = NODES.get(2).node();
        Node swaps = NODES.get(3).node();

        EvaluationReport before = measure(fleet);
        clock.advanceTo(START.plus(Duration.ofDays(2)));
        EvaluationReport after = measure(fleet);

        assertThat(score(before, large)).isGreaterThan(score(before, small) + 0.2);
        assertThat(score(after, large)).isCloseTo(score(before, large), Offset.offset(0.1));
        assertThat(score(after, swaps)).isLessThan(score(before, swaps) - 0.3);
    }

    private static double score(EvaluationReport report, Node node) {
        Estimate score = report.of(node).score("exact_match");
        return score.value();
    }

    private EvaluationReport measure(SimulatedFleet fleet) {
        Task sums = Steps.three(7).get(0);
        CompletableFuture<EvaluationReport> report = Evaluation.of(sums)
                .transport(fleet)
                .nodes(fleet.directory())
                .api(ModelApi.chat().streaming(true).build())
                .samples(120)
                .time(clock)
                .start()
                .future();
        clock.advanceTo(clock.now().plus(Duration.ofHours(1)));
        return report.join();
    }

    @Test
    void fleets_of_one_seed_begin_alike() {
        assertThat(SimulatedNodes.of(9, 7).subList(0, 4)).isEqualTo(NODES);
        assertThat(SimulatedNodes.of(4, 8).get(0).node())
                .isNotEqualTo(NODES.get(0).node());
    }
}
