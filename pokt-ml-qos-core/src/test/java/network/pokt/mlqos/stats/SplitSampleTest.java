package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class SplitSampleTest {

    /** Sums over all pairs of results: no simulation. */
    private static double coverage(int n, double rate) {
        int part = (int) SplitSample.first(n);
        BinomialDistribution inFirst = BinomialDistribution.of(part, rate);
        BinomialDistribution inSecond = BinomialDistribution.of(n - part, rate);
        double held = 0;
        for (int first = 0; first <= part; first++) {
            for (int second = 0; second <= n - part; second++) {
                if (SplitSample.estimate(first, second, n).interval().contains(rate)) {
                    held += inFirst.probability(first) * inSecond.probability(second);
                }
            }
        }
        return held;
    }

    @Test
    void covers_every_rate_about_as_often_as_it_says_where_wilson_swings() {
        Coverage wilson = Coverage.of(25, successes -> Wilson.interval(successes, 25));
        double furthest = 0;
        double furthestOfWilson = 0;
        for (double rate = 0.2; rate < 0.801; rate += 0.01) {
            furthest = Math.max(furthest, Math.abs(coverage(25, rate) - 0.95));
            furthestOfWilson = Math.max(furthestOfWilson, Math.abs(wilson.at(rate) - 0.95));
        }
        assertThat(furthest).isLessThan(0.013);
        assertThat(furthestOfWilson).isGreaterThan(0.017);
    }

    @Test
    void is_hardly_wider_than_wilson() {
        Interval split = SplitSample.estimate(9, 6, 25).interval();
        Interval wilson = Wilson.interval(15, 25);

        assertThat(SplitSample.first(25)).isEqualTo(15);
        assertThat(split.width()).isBetween(wilson.width(), 1.03 * wilson.width());
        assertThat(SplitSample.estimate(9, 6, 25).value()).isEqualTo(0.6);
    }

    @Test
    void ends_at_0_and_1_where_all_agree() {
        assertThat(SplitSample.estimate(0, 0, 30).interval().lower()).isZero();
        assertThat(SplitSample.estimate(SplitSample.first(30), 30 - SplitSample.first(30), 30)
                        .interval()
                        .upper())
                .isEqualTo(1);
    }

    @Test
    void is_wilson_for_a_handful_and_the_truth_for_all() {
        assertThat(SplitSample.estimate(3, 0, 5)).isEqualTo(Estimate.ofProportion(3, 5));
        assertThat(SplitSample.estimate(0, 0, 0).n()).isZero();
        assertThat(SplitSample.finite(10, 5, 25, 25).interval().width()).isZero();
        assertThat(SplitSample.finite(9, 6, 25, 1_000_000_000).interval().lower())
                .isCloseTo(SplitSample.estimate(9, 6, 25).interval().lower(), within(1e-6));
    }

    @Test
    void takes_scores_in_order_and_those_between_0_and_1_as_a_mean() {
        double[] verdicts = new double[25];
        Arrays.fill(verdicts, 3, 18, 1);

        assertThat(SplitSample.ofMean(verdicts)).isEqualTo(SplitSample.estimate(12, 3, 25));
        assertThat(SplitSample.ofMean(0.2, 0.4, 0.9)).isEqualTo(Estimate.ofMean(Moments.of(0.2, 0.4, 0.9)));
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SplitSample.estimate(16, 0, 25));
    }
}
