package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClopperPearsonTest {

    /** Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998), table I, method 5. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2527, 0.3676", "15, 148, 0.0578, 0.1617", "0, 20, 0.0000, 0.1684", "1, 29, 0.0009, 0.1776"})
    void givesTheFiguresOfNewcombe(long successes, long n, double lower, double upper) {
        Interval interval = ClopperPearson.interval(successes, n);

        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    /** Closed form: with no success the upper end p solves (1 - p)^n = 0.025; with successes only it is mirrored. */
    @Test
    void givesTheClosedFormAtTheExtremes() {
        double upper = 1 - Math.pow(0.025, 1.0 / 7);

        assertThat(ClopperPearson.interval(0, 7).lower()).isZero();
        assertThat(ClopperPearson.interval(0, 7).upper()).isCloseTo(upper, within(1e-12));
        assertThat(ClopperPearson.interval(7, 7).lower()).isCloseTo(1 - upper, within(1e-12));
        assertThat(ClopperPearson.interval(7, 7).upper()).isEqualTo(1);
        assertThat(ClopperPearson.interval(0, 0)).isEqualTo(new Interval(0, 1, 0.95));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void neverHoldsTheTruthLessOftenThanItSays(int n) {
        assertThat(Coverage.of(n, successes -> ClopperPearson.interval(successes, n))
                        .least())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(Coverage.of(n, successes -> ClopperPearson.interval(successes, n, 0.8))
                        .least())
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void isWiderThanNeededAndHoldsTheShare() {
        RandomCases.check(1934, 200, draw -> {
            int n = draw.integer(1, 100_000);
            double share = draw.decimal(0, 1, 4);
            long successes = Math.round(share * n);
            Interval exact = ClopperPearson.interval(successes, n);

            assertThat(exact.contains((double) successes / n)).isTrue();
            assertThat(exact.lower()).isGreaterThanOrEqualTo(0);
            assertThat(exact.upper()).isLessThanOrEqualTo(1);
            assertThat(ClopperPearson.interval(successes * 4, n * 4L).width()).isLessThan(exact.width());
        });
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.interval(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.interval(1, 5, 0));
    }
}
