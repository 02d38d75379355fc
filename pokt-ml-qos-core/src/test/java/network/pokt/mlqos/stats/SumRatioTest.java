package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SumRatioTest {

    private static final long SEED = 20260103;

    /** Cochran's formula, straight from the pairs. */
    @Test
    void theRatioAndItsErrorAreThoseOfTheTextbook() {
        double[][] pairs = {{11, 10}, {19, 20}, {33, 30}, {41, 40}, {56, 50}};
        SumRatio ratio = new SumRatio();
        for (double[] pair : pairs) {
            ratio.add(pair[0], pair[1]);
        }

        Estimate estimate = ratio.estimate();

        double expected = 160.0 / 150;
        double deviations = 0;
        for (double[] pair : pairs) {
            deviations += Math.pow(pair[0] - expected * pair[1], 2);
        }
        double error = Math.sqrt(deviations / 4 * 5) / 150;
        assertThat(estimate.value()).isCloseTo(expected, within(1e-12));
        assertThat(estimate.standardError()).isCloseTo(error, within(1e-12));
        assertThat(estimate.interval().upper()).isCloseTo(expected + 2.776445105 * error, within(1e-9));
        assertThat(estimate.n()).isEqualTo(5);
    }

    @Test
    void aConstantRatioHasAnIntervalWithoutWidthHoweverLongItRuns() {
        SumRatio ratio = new SumRatio();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            double count = 4 * random.nextInt(1, 100_000);
            ratio.add(count * 1.25, count);
        }
        assertThat(ratio.estimate().value()).isCloseTo(1.25, within(1e-12));
        assertThat(ratio.estimate().interval().width()).isLessThan(1e-7);
    }

    @Test
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int held = 0;
        for (int run = 0; run < 2_000; run++) {
            SumRatio ratio = new SumRatio();
            for (int i = 0; i < 50; i++) {
                int count = random.nextInt(1, 500);
                ratio.add(count + random.nextInt(3), count);
            }
            held += ratio.estimate().interval().contains(251.0 / 250) ? 1 : 0;
        }
        assertThat(held).as("seed %d", SEED).isBetween(1_840, 1_960);
    }

    @Test
    void littleDataClaimsLittle() {
        SumRatio ratio = new SumRatio();
        assertThat(ratio.estimate().n()).isZero();

        ratio.add(6, 5);
        assertThat(ratio.estimate().value()).isCloseTo(1.2, within(1e-15));
        assertThat(ratio.estimate().interval().width()).isInfinite();
    }

    @Test
    void whatIsNoCountIsRefused() {
        SumRatio ratio = new SumRatio();
        assertThatIllegalArgumentException().isThrownBy(() -> ratio.add(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ratio.add(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ratio.add(Double.POSITIVE_INFINITY, 1));
    }
}
