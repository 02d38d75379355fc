package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class StudentTTest {

    /** 1 to 10: mean 5.5, standard error sqrt(82.5 / 9 / 10); t table, 9 degrees of freedom, 97.5 %: 2.262157. */
    @Test
    void reachesAQuantileOfTheTableToEachSide() {
        Interval interval = StudentT.interval(Moments.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        double reach = 2.262157 * Math.sqrt(82.5 / 90);

        assertThat(interval.lower()).isCloseTo(5.5 - reach, within(1e-6));
        assertThat(interval.upper()).isCloseTo(5.5 + reach, within(1e-6));
    }

    /** One degree of freedom is the Cauchy distribution, whose quantile is tan(pi (p - 1/2)). */
    @Test
    void isWideForTwoValues() {
        Interval interval = StudentT.interval(Moments.of(0, 2), 0.9);

        assertThat(interval.upper() - 1).isCloseTo(Math.tan(Math.PI * 0.45), within(1e-9));
    }

    @Test
    void saysNothingBelowTwoValues() {
        assertThat(StudentT.interval(new Moments())).isEqualTo(Interval.unbounded(0.95));
        assertThat(StudentT.interval(Moments.of(7), 0.9)).isEqualTo(Interval.unbounded(0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.interval(new Moments(), 1));
    }

    @Test
    void holdsTheMeanAndNarrowsWithMoreOfTheSame() {
        RandomCases.check(1908, 200, draw -> {
            List<Double> values = draw.list(2, 50, () -> draw.decimal(-1000, 1000, 2));
            Moments once =
                    Moments.of(values.stream().mapToDouble(Double::doubleValue).toArray());
            Moments twice = new Moments();
            twice.merge(once);
            twice.merge(once);

            assertThat(StudentT.interval(once).contains(once.mean())).isTrue();
            assertThat(StudentT.interval(twice).width())
                    .isLessThanOrEqualTo(StudentT.interval(once).width());
        });
    }
}
