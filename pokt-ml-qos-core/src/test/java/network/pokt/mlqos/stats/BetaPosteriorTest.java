package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaPosteriorTest {

    /** Beta(2, 1) has the distribution function x^2, so everything about it is known in closed form. */
    @Test
    void knowsEverythingAboutOneSuccessInOneTrial() {
        BetaPosterior belief = BetaPosterior.of(1, 1);

        assertThat(belief).isEqualTo(new BetaPosterior(2, 1));
        assertThat(belief.mean()).isEqualTo(2.0 / 3);
        assertThat(belief.credible().lower()).isCloseTo(Math.sqrt(0.025), within(1e-12));
        assertThat(belief.credible().upper()).isCloseTo(Math.sqrt(0.975), within(1e-12));
        assertThat(belief.credible(0.5).lower()).isCloseTo(0.5, within(1e-12));
        assertThat(belief.probabilityAbove(0.5)).isCloseTo(0.75, within(1e-12));
    }

    /** For whole numbers P(p > x) is the chance of at most s successes in n + 1 trials of rate x; here in fractions. */
    @Test
    void knowsHowProbableARateAboveAHalfIsAfterThreeOfFour() {
        assertThat(BetaPosterior.of(3, 4).probabilityAbove(0.5)).isCloseTo(26.0 / 32, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, 0", "2, 0"})
    void isSureAtAndBeyondTheEnds(double x, double probability) {
        assertThat(BetaPosterior.of(3, 4).probabilityAbove(x)).isEqualTo(probability);
    }

    @Test
    void believesNothingBeforeTheFirstTrial() {
        assertThat(BetaPosterior.uniform().mean()).isEqualTo(0.5);
        assertThat(BetaPosterior.uniform().credible().lower()).isCloseTo(0.025, within(1e-12));
        assertThat(BetaPosterior.uniform().probabilityAbove(0.3)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void holdsTheTruthAsOftenAsItSaysOnAverageOverThePrior() {
        Coverage coverage = Coverage.of(20, s -> BetaPosterior.of(s, 20).credible());

        assertThat(coverage.mean()).isCloseTo(0.95, within(0.005));
    }

    @Test
    void learnsTheSameInOneStepAsInTwo() {
        RandomCases.check(2503, 200, draw -> {
            int first = draw.integer(0, 500);
            int second = draw.integer(0, 500);
            double share = draw.decimal(0, 1, 4);
            long one = Math.round(first * share);
            long two = Math.round(second * (1 - share));

            assertThat(BetaPosterior.of(one, first).after(two, second))
                    .isEqualTo(BetaPosterior.of(one + two, (long) first + second));
        });
    }

    @Test
    void leavesHalfOfTheRemainderAboveAndHoldsTheMean() {
        RandomCases.check(1747, 200, draw -> {
            int n = draw.integer(0, 10_000);
            double share = draw.decimal(0, 1, 4);
            double level = draw.decimal(0.9, 0.999, 4);
            BetaPosterior belief = BetaPosterior.of(Math.round(n * share), n);
            Interval credible = belief.credible(level);

            assertThat(credible.contains(belief.mean())).isTrue();
            assertThat(credible.within(0, 1)).isEqualTo(credible);
            assertThat(belief.probabilityAbove(credible.upper())).isCloseTo((1 - level) / 2, within(1e-9));
            assertThat(belief.probabilityAbove(credible.lower())).isCloseTo((1 + level) / 2, within(1e-9));
        });
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaPosterior(0, 1))
                .withMessage("Beta(0.0, 1.0) is no distribution: give two finite numbers above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaPosterior.of(2, 1));
    }
}
