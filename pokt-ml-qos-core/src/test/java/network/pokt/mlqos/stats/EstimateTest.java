package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class EstimateTest {

    /** By hand: p = 31/50, standard error sqrt(0.62 * 0.38 / 49) = 0.0693409. */
    @Test
    void tellsAProportionWithItsErrorIntervalAndTrials() {
        Estimate estimate = Estimate.ofProportion(31, 50);

        assertThat(estimate.value()).isEqualTo(0.62);
        assertThat(estimate.standardError()).isCloseTo(0.0693409, within(1e-7));
        assertThat(estimate.interval()).isEqualTo(Wilson.interval(31, 50, 0.95));
        assertThat(estimate.n()).isEqualTo(50);
        assertThat(estimate).hasToString("0.62, 95 % interval 0.48..0.74, n = 50");
        assertThat(Estimate.ofProportion(31, 50, 0.99)).hasToString("0.62, 99 % interval 0.44..0.77, n = 50");
    }

    @Test
    void knowsNoErrorOfASingleTrial() {
        assertThat(Estimate.ofProportion(1, 1).standardError()).isNaN();
        assertThat(Estimate.ofMean(Moments.of(0.5)).standardError()).isNaN();
    }

    @Test
    void saysThatNothingWasMeasured() {
        assertThat(Estimate.none().value()).isNaN();
        assertThat(Estimate.none().standardError()).isNaN();
        assertThat(Estimate.none()).hasToString("unknown, n = 0").isEqualTo(Estimate.ofMean(new Moments()));
        assertThat(Estimate.ofProportion(0, 0).value()).isNaN();
        assertThat(Estimate.ofProportion(0, 0).interval()).isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void tellsAMeanWithStudentsInterval() {
        Moments latencies = Moments.of(120, 140, 100, 160);

        assertThat(Estimate.ofMean(latencies).interval()).isEqualTo(StudentT.interval(latencies));
        assertThat(Estimate.ofMean(latencies)).hasToString("130, 95 % interval 89..171, n = 4");
    }

    @Test
    void cutsTheIntervalOfScoresToWhereScoresCanBe() {
        Estimate high = Estimate.ofMean(Moments.of(0.9, 1, 0.8, 1));

        assertThat(high.interval().upper()).isEqualTo(1);
        assertThat(high.interval().lower())
                .isEqualTo(StudentT.interval(Moments.of(0.9, 1, 0.8, 1)).lower());
        assertThat(Estimate.ofMean(Moments.of(0.5)).interval()).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(Estimate.ofMean(Moments.of(1.5)).interval()).isEqualTo(Interval.unbounded(0.95));
    }

    @Test
    void doesNotCallItCertainWhenAFewAnswersWereAllRight() {
        Estimate allRight = Estimate.ofMean(Moments.of(1, 1, 1, 1));

        assertThat(allRight.value()).isEqualTo(1);
        assertThat(allRight.standardError()).isZero();
        assertThat(allRight.interval()).isEqualTo(Wilson.interval(4, 4));
        assertThat(allRight.interval().lower()).isLessThan(0.52);
    }

    @Test
    void tellsTheSameOfSuccessesWhetherCountedOrAveraged() {
        RandomCases.check(11, 200, draw -> {
            int n = draw.integer(1, 3000);
            double share = draw.decimal(0, 1, 4);
            int successes = (int) Math.round(share * n);
            Moments moments = new Moments();
            for (int i = 0; i < n; i++) {
                moments.add(i < successes ? 1 : 0);
            }
            Estimate counted = Estimate.ofProportion(successes, n);
            Estimate averaged = Estimate.ofMean(moments);

            assertThat(averaged.interval()).isEqualTo(counted.interval());
            assertThat(averaged.value()).isCloseTo(counted.value(), within(1e-13));
            if (n > 1) {
                assertThat(averaged.standardError()).isCloseTo(counted.standardError(), within(1e-12));
            }
        });
    }

    @Test
    void holdsItsOwnValue() {
        RandomCases.check(12, 200, draw -> {
            List<Double> scores = draw.list(1, 40, () -> draw.decimal(0, 1, 2));
            Estimate estimate = Estimate.ofMean(
                    Moments.of(scores.stream().mapToDouble(Double::doubleValue).toArray()));

            assertThat(estimate.interval().contains(estimate.value())).isTrue();
            assertThat(estimate.interval().within(0, 1)).isEqualTo(estimate.interval());
        });
    }

    @Test
    void refusesWhatCannotBe() {
        Interval interval = new Interval(0, 1, 0.95);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(0.5, -0.1, interval, 3))
                .withMessage("standard error -0.1 is negative: give 0 or more, or NaN where it is unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(0.5, 0.1, interval, 0))
                .withMessage("value 0.5 cannot rest on 0 observations: give at least 1, or use Estimate.none()");
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(Double.NaN, 0.1, interval, -1));
    }
}
