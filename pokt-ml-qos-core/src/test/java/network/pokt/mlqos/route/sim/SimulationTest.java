package network.pokt.mlqos.route.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.route.Worth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped router in a simulated pool, on the trace that its constants were tuned on; figures are reported on another. */
class SimulationTest {

    private static final int SEEDS = 12;

    private static Trace trace() throws IOException {
        return Trace.read(SharedData.path("data/traces/AzureLLMInferenceTrace_code.csv"));
    }

    @Test
    void the_same_seed_gives_the_same_figures() throws IOException {
        Simulation simulation = new Simulation(Scenario.ERRORS, trace(), 7, 150, Worth.DEFAULT);
        Map<Figure, Double> once = simulation.run(Contender.ROUTER);
        assertThat(simulation.run(Contender.ROUTER)).isEqualTo(once);
        assertThat(once.get(Figure.FAILED)).isZero();
    }

    @Test
    @Tag("long")
    void with_one_node_in_four_degraded_the_router_beats_the_best_rule_on_money_and_on_late_first_tokens()
            throws IOException {
        for (Contender rule :
                new Contender[] {Contender.ROUND_ROBIN, Contender.LEAST_IN_FLIGHT, Contender.PEAK_EWMA}) {
            assertThat(lead(rule, Figure.UTILITY)).as("utility over %s", rule).isPositive();
            assertThat(lead(rule, Figure.FIRST_99)).as("p99 under %s", rule).isNegative();
            assertThat(lead(rule, Figure.PAID_PER_RIGHT)).as("price under %s", rule).isNegative();
        }
    }

    /** Returns by how much the router's figure is higher, the mean over the seeds. */
    private static double lead(Contender rule, Figure figure) throws IOException {
        Trace trace = trace();
        double sum = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Simulation simulation = new Simulation(Scenario.DEGRADED, trace, seed, 1_000, Worth.DEFAULT);
            sum += simulation.run(Contender.ROUTER).get(figure)
                    - simulation.run(rule).get(figure);
        }
        return sum / SEEDS;
    }
}
