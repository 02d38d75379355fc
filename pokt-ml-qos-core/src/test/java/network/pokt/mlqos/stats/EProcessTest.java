package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class EProcessTest {

    private static final long SEED = 20260101;

    @Test
    void theEvidenceIsTheProductOfTheFactorsOfABet() {
        EProcess evidence = new EProcess(Bets.of(x -> 1 + x / 2));

        evidence.observe(1);
        evidence.observe(-1);
        evidence.observe(1);

        assertThat(evidence.evidence()).isEqualTo(1.5 * 0.5 * 1.5);
        assertThat(evidence.pValue()).isCloseTo(1 / 1.5, within(1e-15));
        assertThat(evidence.count()).isEqualTo(3);
    }

    @Test
    void severalBetsShareTheStake() {
        EProcess evidence = new EProcess(Bets.of(x -> 2, x -> 0));

        evidence.observe(0);
        assertThat(evidence.evidence()).isEqualTo(1);
        evidence.observe(0);
        assertThat(evidence.evidence()).isEqualTo(2);
    }

    @Test
    void evidenceThatIsLostDoesNotWithdrawARejection() {
        EProcess evidence = new EProcess(Bets.onRateBelow(0.9));
        for (int i = 0; i < 10; i++) {
            evidence.observe(0);
        }
        assertThat(evidence.rejects(0.01)).isTrue();

        for (int i = 0; i < 1_000; i++) {
            evidence.observe(1);
        }
        assertThat(evidence.evidence()).isLessThan(1);
        assertThat(evidence.rejects(0.01)).isTrue();
    }

    /** Each e-value's contract, by adding up or integrating where the hypothesis only just holds. */
    @Test
    void noBetIsExpectedToWinWhileTheHypothesisHolds() {
        double rate = 0.8;
        for (EValue bet : Bets.onRateBelow(rate).eValues()) {
            assertThat(rate * bet.of(1) + (1 - rate) * bet.of(0)).isCloseTo(1, within(1e-12));
        }
        for (EValue bet : Bets.onMeanAbove0(-0.1).eValues()) {
            assertThat(0.01 * bet.of(9.9) + 0.99 * bet.of(-0.1)).isCloseTo(1, within(1e-12));
        }
        for (EValue bet : Bets.onShift().eValues()) {
            double sum = 0;
            for (double x = -12; x <= 12; x += 0.001) {
                sum += bet.of(x) * Math.exp(-x * x / 2) * 0.001;
            }
            assertThat(sum / Math.sqrt(2 * Math.PI)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void sequencesThatFollowTheHypothesisAreRejectedNoMoreOftenThanSaid() {
        int rejected = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 2_000; run++) {
            rejected += ever(Bets.onRateBelow(0.8), 500, 0.05, r -> r.nextDouble() < 0.8 ? 1 : 0, random);
        }
        assertThat(rejected).as("seed %d", SEED).isLessThanOrEqualTo(100).isPositive();
    }

    @Test
    void skewedObservationsWithoutUpperLimitKeepTheGuarantee() {
        int rejected = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 2_000; run++) {
            rejected += ever(Bets.onMeanAbove0(-0.1), 500, 0.05, r -> r.nextDouble() < 0.01 ? 9.9 : -0.1, random);
        }
        assertThat(rejected).as("seed %d", SEED).isLessThanOrEqualTo(100).isPositive();
    }

    @Test
    void aHypothesisThatIsWrongIsRejected() {
        int rejected = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 200; run++) {
            rejected += ever(Bets.onRateBelow(0.8), 500, 0.05, r -> r.nextDouble() < 0.6 ? 1 : 0, random);
        }
        assertThat(rejected).as("seed %d", SEED).isGreaterThanOrEqualTo(198);
    }

    private static int ever(
            Bets bets, int length, double alpha, ToDoubleFunction<SplittableRandom> draw, SplittableRandom random) {
        EProcess evidence = new EProcess(bets);
        for (int i = 0; i < length; i++) {
            evidence.observe(draw.applyAsDouble(random));
        }
        return evidence.rejects(alpha) ? 1 : 0;
    }

    @Test
    void overwhelmingEvidenceStaysANumber() {
        EProcess evidence = new EProcess(Bets.onShift());
        for (int i = 0; i < 10_000; i++) {
            evidence.observe(1e6);
        }
        assertThat(evidence.evidence()).isPositive().isFinite();
        assertThat(evidence.rejects(0.01)).isTrue();
    }

    @Test
    void whatIsNoObservationOrNoBetIsRefused() {
        EProcess evidence = new EProcess(Bets.onMeanAbove0(-1));

        assertThatIllegalArgumentException().isThrownBy(() -> evidence.observe(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EProcess(Bets.of(x -> -x)).observe(1))
                .withMessageContaining("breaks its contract");
        assertThatIllegalArgumentException().isThrownBy(() -> Bets.of());
        assertThatIllegalArgumentException().isThrownBy(() -> Bets.onMeanAbove0(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Bets.onRateBelow(1));
        assertThatIllegalArgumentException().isThrownBy(() -> evidence.rejects(0));
    }
}
