package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;

import network.pokt.mlqos.RandomCases;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileRanksTest {

    /** Ranks for the median at 95 %: the table in Campbell and Gardner, British Medical Journal 296 (1988). */
    @ParameterizedTest
    @CsvSource({"10, 2, 9", "20, 6, 15", "50, 18, 33", "100, 40, 61"})
    void givesTheTabulatedRanksOfTheMedian(long n, long lower, long upper) {
        assertThat(QuantileRanks.of(0.5, n, 0.95)).isEqualTo(new QuantileRanks(lower, upper));
    }

    /** By hand: among 50 observations the largest is above the true p99 with probability 1 - 0.99^50 = 0.395. */
    @Test
    void admitsThatFewObservationsDoNotBoundAnExtremeQuantile() {
        assertThat(QuantileRanks.of(0.99, 50, 0.95).upper()).isEqualTo(51);
        assertThat(QuantileRanks.of(0.01, 50, 0.95).lower()).isZero();
        assertThat(QuantileRanks.of(0.5, 1, 0.95)).isEqualTo(new QuantileRanks(0, 2));
    }

    @Test
    void leavesNoMoreThanHalfTheRemainderOnEachSideAndNoRankToSpare() {
        RandomCases.check(7, 300, draw -> {
            int n = draw.integer(1, 5000);
            double quantile = draw.decimal(0, 1, 4);
            double level = draw.decimal(0.5, 0.999, 4);
            QuantileRanks ranks = QuantileRanks.of(quantile, n, level);
            BinomialDistribution below = BinomialDistribution.of(n, quantile);
            double tail = (1 - level) / 2 + 1e-12;

            assertThat(ranks.lower()).isBetween(0L, ranks.upper() - 1);
            assertThat(ranks.upper()).isBetween(1L, n + 1L);
            assertThat(below.cumulativeProbability((int) ranks.lower() - 1)).isLessThanOrEqualTo(tail);
            assertThat(below.survivalProbability((int) ranks.upper() - 1)).isLessThanOrEqualTo(tail);
            assertThat(below.cumulativeProbability((int) ranks.lower())).isGreaterThanOrEqualTo(tail - 2e-12);
        });
    }

    @Test
    void goesOnBeyondTheRangeOfInt() {
        QuantileRanks last = QuantileRanks.of(0.99, Integer.MAX_VALUE, 0.95);
        QuantileRanks next = QuantileRanks.of(0.99, Integer.MAX_VALUE + 1L, 0.95);

        assertThat(next.lower()).isBetween(last.lower() - 3, last.lower() + 1);
        assertThat(next.upper()).isBetween(last.upper(), last.upper() + 4);
        assertThat(QuantileRanks.of(1, 1L << 40, 0.95).upper()).isEqualTo((1L << 40) + 1);
        assertThat(QuantileRanks.of(0, 1L << 40, 0.95).lower()).isZero();
    }
}
