package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import network.pokt.mlqos.RandomCases;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    /** By hand: differences 0.5, 0.2, 0.5; mean 0.4, sd sqrt(0.03), error 0.1; t table, 2 degrees: 4.302653. */
    @Test
    void tellsTheMeanDifferenceWithStudentsInterval() {
        PairedDifference difference = new PairedDifference();
        difference.add(0.9, 0.4);
        difference.add(0.7, 0.5);
        difference.add(0.8, 0.3);
        Estimate estimate = difference.estimate();

        assertThat(estimate.value()).isCloseTo(0.4, within(1e-12));
        assertThat(estimate.standardError()).isCloseTo(0.1, within(1e-12));
        assertThat(estimate.interval().lower()).isCloseTo(0.4 - 0.4302653, within(1e-7));
        assertThat(estimate.interval().upper()).isCloseTo(0.4 + 0.4302653, within(1e-7));
        assertThat(estimate.n()).isEqualTo(3);
    }

    /**
     * The airway data of Bentur et al. (2009) that Fagerland, Lydersen and Laake, Stat. Med. 33 (2014), work through:
     * of 21 pairs 1 is won and 7 are lost. By hand: shares 2/23 and 8/23, variance (10/23 - (6/23)^2) / 23.
     */
    @Test
    void tellsVerdictsWithTheAdjustedInterval() {
        Estimate estimate = verdicts(1, 7, 13).estimate();
        double reach = 1.959964 * Math.sqrt((10.0 / 23 - 36.0 / 529) / 23);

        assertThat(estimate.value()).isCloseTo(-6.0 / 21, within(1e-12));
        assertThat(estimate.interval().lower()).isCloseTo(-6.0 / 23 - reach, within(1e-6));
        assertThat(estimate.interval().upper()).isCloseTo(-6.0 / 23 + reach, within(1e-6));
        assertThat(estimate).hasToString("-0.29, 95 % interval -0.51..-0.01, n = 21");
    }

    @Test
    void doesNotCallNodesEqualBecauseTheyAgreedOnAFewItems() {
        Interval few = verdicts(0, 0, 10).estimate().interval();

        assertThat(few.lower()).isLessThan(-0.2);
        assertThat(few.upper()).isGreaterThan(0.2);
    }

    /** Miller, arXiv 2411.00640, section 4.2: the more the two nodes stumble over the same items, the more is gained. */
    @Test
    void seesAGapThatSeparateIntervalsHide() {
        SplittableRandom random = new SplittableRandom(4);
        PairedDifference difference = new PairedDifference();
        Moments first = new Moments();
        Moments second = new Moments();
        for (int item = 0; item < 200; item++) {
            double easiness = random.nextDouble();
            double score = 0.05 + 0.9 * easiness;
            double other = score - 0.02 + 0.04 * (random.nextDouble() - 0.5);
            difference.add(score, other);
            first.add(score);
            second.add(other);
        }

        assertThat(StudentT.interval(second).contains(first.mean())).isTrue();
        assertThat(difference.estimate().interval().lower()).isPositive();
        assertThat(difference.estimate().value()).isCloseTo(first.mean() - second.mean(), within(1e-12));
        assertThat(difference.estimate().standardError())
                .isLessThan(Math.hypot(first.standardError(), second.standardError()) / 10);
    }

    @Test
    void staysWithinMinusOneToOneAndTurnsItsSignWithTheNodes() {
        RandomCases.check(2411, 200, draw -> {
            int won = draw.integer(0, 40);
            int lost = draw.integer(0, 40);
            int even = draw.integer(1, 40);
            Estimate there = verdicts(won, lost, even).estimate();
            Estimate back = verdicts(lost, won, even).estimate();

            assertThat(there.interval().contains(there.value())).isTrue();
            assertThat(there.interval().within(-1, 1)).isEqualTo(there.interval());
            assertThat(back.value()).isCloseTo(-there.value(), within(1e-12));
            assertThat(back.interval().lower()).isCloseTo(-there.interval().upper(), within(1e-12));
            assertThat(verdicts(4 * won, 4 * lost, 4 * even)
                            .estimate()
                            .interval()
                            .width())
                    .isLessThan(there.interval().width());
        });
    }

    @Test
    void mergesAsIfAllHadBeenOneComparison() {
        RandomCases.check(640, 100, draw -> {
            int first = draw.integer(0, 20);
            int second = draw.integer(0, 20);
            double score = draw.decimal(0, 1, 2);
            PairedDifference merged = verdicts(first, 1, 2);
            PairedDifference other = verdicts(second, 3, 1);
            other.add(score, 1);
            merged.merge(other);
            PairedDifference whole = verdicts(first + second, 4, 3);
            whole.add(score, 1);

            assertThat(merged.count()).isEqualTo(whole.count());
            assertThat(merged.estimate().value()).isCloseTo(whole.estimate().value(), within(1e-12));
            assertThat(merged.estimate().interval().lower())
                    .isCloseTo(whole.estimate().interval().lower(), within(1e-10));
        });
    }

    /** All likely results of 100 items: with 10 % won and 5 % lost the interval is to hold 0.05 about as often as it says. */
    @Test
    void holdsTheTruthAboutAsOftenAsItSays() {
        double coverage = 0;
        for (int won = 0; won <= 40; won++) {
            for (int lost = 0; lost <= 40; lost++) {
                if (verdicts(won, lost, 100 - won - lost).estimate().interval().contains(0.05)) {
                    coverage += trinomial(won, lost, 100, 0.10, 0.05);
                }
            }
        }
        assertThat(coverage).isBetween(0.94, 0.97);
    }

    @Test
    void saysNothingWithoutAnItem() {
        assertThat(new PairedDifference().estimate()).isEqualTo(Estimate.none());
    }

    @Test
    void refusesScoresThatAreNoNumbers() {
        PairedDifference difference = new PairedDifference();

        assertThatIllegalArgumentException().isThrownBy(() -> difference.add(Double.NaN, 1));
        assertThat(difference.count()).isZero();
    }

    private static PairedDifference verdicts(int won, int lost, int even) {
        PairedDifference difference = new PairedDifference();
        for (int i = 0; i < won; i++) {
            difference.add(1, 0);
        }
        for (int i = 0; i < lost; i++) {
            difference.add(0, 1);
        }
        for (int i = 0; i < even; i++) {
            difference.add(i % 2, i % 2);
        }
        return difference;
    }

    private static double trinomial(int won, int lost, int n, double winRate, double lossRate) {
        return binomial(won, n, winRate) * binomial(lost, n - won, lossRate / (1 - winRate));
    }

    private static double binomial(int successes, int n, double rate) {
        return BinomialDistribution.of(n, rate).probability(successes);
    }
}
