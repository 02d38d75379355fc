package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.watch.RealDataExperiments.Outcome;
import org.junit.jupiter.api.Test;

/** Simulated fleets with known accuracies, seeds 0 to the number of rounds; the decisions are the library's. */
class AllocationTest {

    @Test
    void aims_at_a_threshold_with_a_fraction_of_the_samples_that_an_even_spread_takes() {
        double[] truths = RealDataExperiments.spread(40);
        Outcome aimed = RealDataExperiments.threshold(truths, 0.6, 400, Allocation.forThreshold(0.6), 20);
        Outcome even = RealDataExperiments.threshold(truths, 0.6, 400, Allocation.even(), 20);

        assertThat(aimed.samples()).isLessThan(even.samples() / 2);
        assertThat(aimed.wrong()).isLessThan(even.wrong() + 0.5);
    }

    @Test
    void stops_asking_once_every_rank_is_clear() {
        Outcome aimed = RealDataExperiments.ranks(new double[] {0.9, 0.6, 0.3, 0.05}, 400, Allocation.forRanks(), 20);

        assertThat(aimed.samples()).isLessThan(400);
        assertThat(aimed.wrong()).isLessThan(0.1);
    }

    @Test
    void leaves_alone_what_differs_by_less_than_anybody_cares_about() {
        Turning turning = new Turning(2, 0.2);
        double[] urgencies = Allocation.forRanks(turning)
                .urgencies(new Estimate[] {Estimate.ofProportion(500, 1000), Estimate.ofProportion(505, 1000)});

        assertThat(urgencies).containsExactly(0, 0);
    }

    @Test
    void does_not_take_a_few_equal_answers_for_certainty() {
        double[] urgencies = Allocation.forThreshold(0.9).urgencies(new Estimate[] {Estimate.ofProportion(3, 3)});

        assertThat(urgencies[0]).isPositive();
    }

    @Test
    void refuses_to_settle_on_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Turning(0, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Turning(2, 1));
    }
}
