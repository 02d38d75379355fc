package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class FinitePopulationTest {

    @Test
    void is_certain_once_every_document_was_asked() {
        Estimate all = FinitePopulation.mean(verdicts(30, 50), 50);

        assertThat(all.value()).isEqualTo(0.6);
        assertThat(all.interval().width()).isZero();
        assertThat(all.standardError()).isZero();
    }

    @Test
    void is_the_plain_interval_where_the_set_is_endless() {
        Interval plain = Wilson.interval(30, 50);
        Interval drawn = FinitePopulation.mean(verdicts(30, 50), 1_000_000_000).interval();

        assertThat(drawn.lower()).isCloseTo(plain.lower(), within(1e-6));
        assertThat(drawn.upper()).isCloseTo(plain.upper(), within(1e-6));
    }

    @Test
    void shrinks_other_scores_around_their_mean() {
        Moments scores = Moments.of(0.2, 0.4, 0.9, 0.5);
        Estimate plain = Estimate.ofMean(scores);
        Estimate drawn = FinitePopulation.mean(scores, 13);

        assertThat(drawn.interval().upper() - drawn.value())
                .isCloseTo((plain.interval().upper() - plain.value()) * Math.sqrt(0.75), within(1e-12));
    }

    /** All likely results of 100 of 300 documents, 180 of them right: plain Wilson intervals are too wide here. */
    @Test
    void holds_the_share_of_the_set_about_as_often_as_it_says() {
        HypergeometricDistribution right = HypergeometricDistribution.of(300, 180, 100);
        double covered = 0;
        double plain = 0;
        for (int successes = 0; successes <= 100; successes++) {
            covered += FinitePopulation.mean(verdicts(successes, 100), 300)
                            .interval()
                            .contains(0.6)
                    ? right.probability(successes)
                    : 0;
            plain += Wilson.interval(successes, 100).contains(0.6) ? right.probability(successes) : 0;
        }

        assertThat(covered).isBetween(0.93, 0.97);
        assertThat(plain).isGreaterThan(0.98);
    }

    @Test
    void refuses_more_draws_than_documents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinitePopulation.mean(verdicts(3, 5), 4))
                .withMessageContaining("5 of 4");
    }

    private static Moments verdicts(int successes, int n) {
        Moments moments = new Moments();
        for (int i = 0; i < n; i++) {
            moments.add(i < successes ? 1 : 0);
        }
        return moments;
    }
}
