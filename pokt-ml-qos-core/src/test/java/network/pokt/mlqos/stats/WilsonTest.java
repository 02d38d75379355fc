package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WilsonTest {

    /** Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void givesTheFiguresOfNewcombe(long successes, long n, double lower, double upper) {
        Interval interval = Wilson.interval(successes, n);

        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    /** The ends solve (s/n - p)^2 = z^2 p (1 - p) / n, the definition; z = 2.5758293 at 99 %. */
    @Test
    void solvesItsEquationAtOtherLevels() {
        Interval interval = Wilson.interval(31, 50, 0.99);

        assertThat(scoreAt(interval.lower())).isCloseTo(2.5758293, within(1e-6));
        assertThat(scoreAt(interval.upper())).isCloseTo(-2.5758293, within(1e-6));
    }

    private static double scoreAt(double rate) {
        return (0.62 - rate) / Math.sqrt(rate * (1 - rate) / 50);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 200})
    void holdsTheTruthAboutAsOftenAsItSays(int n) {
        Coverage coverage = Coverage.of(n, successes -> Wilson.interval(successes, n));

        assertThat(coverage.mean()).isBetween(0.945, 0.96);
        // Brown, Cai, DasGupta (2001), section 4.1.1: the dips are near 0 and 1 and reach down to about 0.838.
        assertThat(coverage.least()).isGreaterThan(0.83);
        assertThat(coverage.at(0.5)).isBetween(0.93, 0.98);
    }

    @Test
    void saysNothingWithoutATrial() {
        assertThat(Wilson.interval(0, 0)).isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void staysWithinZeroToOneAndHoldsTheShare() {
        RandomCases.check(1927, 500, draw -> {
            int n = draw.integer(1, 1_000_000);
            double share = draw.decimal(0, 1, 4);
            double level = draw.decimal(0.01, 0.9999, 4);
            long successes = Math.round(share * n);
            Interval interval = Wilson.interval(successes, n, level);

            assertThat(interval.lower()).isGreaterThanOrEqualTo(0);
            assertThat(interval.upper()).isLessThanOrEqualTo(1);
            assertThat(interval.contains((double) successes / n)).isTrue();
            assertThat(interval.width()).isPositive();
        });
    }

    @Test
    void mirrorsWhenSuccessesBecomeFailures() {
        RandomCases.check(1928, 200, draw -> {
            int n = draw.integer(1, 1000);
            double share = draw.decimal(0, 1, 4);
            long successes = Math.round(share * n);
            Interval interval = Wilson.interval(successes, n);
            Interval mirrored = Wilson.interval(n - successes, n);

            assertThat(mirrored.lower()).isCloseTo(1 - interval.upper(), within(1e-12));
            assertThat(mirrored.upper()).isCloseTo(1 - interval.lower(), within(1e-12));
        });
    }

    @Test
    void narrowsWithMoreTrialsOfTheSameShare() {
        RandomCases.check(1929, 200, draw -> {
            int n = draw.integer(1, 1000);
            double share = draw.decimal(0, 1, 4);
            int times = draw.integer(2, 100);
            long successes = Math.round(share * n);

            assertThat(Wilson.interval(successes * times, (long) n * times).width())
                    .isLessThan(Wilson.interval(successes, n).width());
        });
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilson.interval(6, 5))
                .withMessage("6 successes in 5 trials cannot be: "
                        + "give a number of successes between 0 and the number of trials");
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(1, 5, 95));
    }
}
