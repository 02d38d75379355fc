package network.pokt.mlqos.route.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
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
    void with_one_node_in_four_degraded_the_router_is_worth_more_and_begins_sooner_than_rules() throws IOException {
        Map<Figure, Double> router = means(Contender.ROUTER);
        for (Contender rule : List.of(Contender.ROUND_ROBIN, Contender.LEAST_IN_FLIGHT, Contender.PEAK_EWMA)) {
            Map<Figure, Double> other = means(rule);
            assertThat(router.get(Figure.UTILITY)).as("%s", rule).isGreaterThan(other.get(Figure.UTILITY));
            assertThat(router.get(Figure.FIRST_99)).as("%s", rule).isLessThan(other.get(Figure.FIRST_99));
        }
    }

    private static Map<Figure, Double> means(Contender contender) throws IOException {
        Trace trace = trace();
        Map<Figure, Double> means = new EnumMap<>(Figure.class);
        for (int seed = 1; seed <= SEEDS; seed++) {
            new Simulation(Scenario.DEGRADED, trace, seed, 1_000, Worth.DEFAULT)
                    .run(contender)
                    .forEach((figure, value) -> means.merge(figure, value / SEEDS, Double::sum));
        }
        return means;
    }
}
