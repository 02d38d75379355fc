package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {

    /** By hand: mean 1/2, sums of deviations 1 and -1, error sqrt(2 / 1 x 2) / 4 = 1/2. */
    @Test
    void adds_up_what_goes_wrong_together() {
        ClusteredMean mean = new ClusteredMean();
        mean.add("a", 1);
        mean.add("a", 1);
        mean.add("b", 0);
        mean.add("b", 0);

        assertThat(mean.estimate().value()).isEqualTo(0.5);
        assertThat(mean.estimate().standardError()).isCloseTo(0.5, within(1e-12));
        assertThat(mean.estimate().n()).isEqualTo(4);
        assertThat(mean.clusters()).isEqualTo(2);
    }

    @Test
    void is_the_plain_mean_where_every_question_is_a_cluster_of_its_own() {
        ClusteredMean clustered = new ClusteredMean();
        Moments plain = new Moments();
        for (int i = 0; i < 40; i++) {
            clustered.add(i, i % 7);
            plain.add(i % 7);
        }

        assertThat(clustered.estimate().standardError()).isCloseTo(plain.standardError(), within(1e-12));
    }

    /** A simulation: 50 texts of 10 questions, where the text decides half of the outcome; seed 11. */
    @Test
    void covers_the_truth_where_an_interval_that_ignores_clusters_does_not() {
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        int naive = 0;
        for (int round = 0; round < 1000; round++) {
            ClusteredMean clustered = new ClusteredMean();
            long right = 0;
            for (int text = 0; text < 50; text++) {
                double rate = random.nextBoolean() ? 0.8 : 0.4;
                for (int question = 0; question < 10; question++) {
                    int score = random.nextDouble() < rate ? 1 : 0;
                    clustered.add(text, score);
                    right += score;
                }
            }
            covered += clustered.estimate().interval().contains(0.6) ? 1 : 0;
            naive += Wilson.interval(right, 500).contains(0.6) ? 1 : 0;
        }

        assertThat(covered / 1000.0).isBetween(0.93, 0.97);
        assertThat(naive / 1000.0).isLessThan(0.9);
    }

    @Test
    void excludes_nothing_on_a_single_cluster() {
        ClusteredMean mean = new ClusteredMean();
        assertThat(mean.estimate()).isEqualTo(Estimate.none());
        mean.add("a", 1);
        mean.add("a", 0);

        assertThat(mean.estimate().value()).isEqualTo(0.5);
        assertThat(mean.estimate().interval().width()).isInfinite();
    }
}
