package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEvidenceTest {

    private static final long SEED = 20260102;

    @Test
    void bettorsThatStartLaterPlayFromThenOn() {
        ChangeEvidence evidence = ChangeEvidence.of(Bets.of(x -> x), 0.5);

        evidence.observe(2, 0.1);
        evidence.observe(3, 0.2);

        double afterFirst = (0.5 + 0.5 * 0.1) * 2;
        assertThat(evidence.evidence()).isCloseTo((afterFirst + 0.5 * 0.2) * 3, within(1e-12));
    }

    @Test
    void withAFullHeadStartItIsAnEProcess() {
        ChangeEvidence evidence = ChangeEvidence.of(Bets.onRateBelow(0.8), 1);
        EProcess process = new EProcess(Bets.onRateBelow(0.8));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100; i++) {
            double success = random.nextInt(2);
            evidence.observe(success, 0.3);
            process.observe(success);
            assertThat(evidence.evidence()).isEqualTo(process.evidence());
        }
    }

    /** The hypothesis only just holds, and observations may come fast or slowly: the bound is per span. */
    @ParameterizedTest
    @CsvSource({"100, 1", "1000, 1", "1000, 0.2", "500, 3"})
    void falseAlarmsAreBoundedPerSpanHoweverOftenItIsLookedAt(int observations, double spans) {
        int runs = 2_000;
        double alpha = 0.05;
        int alarms = 0;
        SplittableRandom random = new SplittableRandom(SEED + observations);
        for (int run = 0; run < runs; run++) {
            ChangeEvidence evidence = ChangeEvidence.of(Bets.onRateBelow(0.8));
            for (int i = 0; i < observations; i++) {
                evidence.observe(random.nextDouble() < 0.8 ? 1 : 0, spans / observations);
            }
            alarms += evidence.alarms(alpha) ? 1 : 0;
        }
        assertThat(alarms).as("seed %d", SEED).isPositive().isLessThanOrEqualTo((int)
                (alpha * Math.max(1, spans) * runs));
    }

    @Test
    void aChangeAfterALongGoodTimeIsFoundAboutAsSoonAsOneAtTheBeginning() {
        assertThat(medianDelay(0)).isBetween(8.0, 20.0);
        assertThat(medianDelay(2_000)).isBetween(20.0, 45.0);
    }

    private static double medianDelay(int goodBefore) {
        return IntStream.range(0, 101)
                .map(run -> delay(goodBefore, new SplittableRandom(SEED + run)))
                .sorted()
                .skip(50)
                .findFirst()
                .orElseThrow();
    }

    private static int delay(int goodBefore, SplittableRandom random) {
        ChangeEvidence evidence = ChangeEvidence.of(Bets.onRateBelow(0.84));
        double hour = 1.0 / 8_760;
        for (int i = 0; i < goodBefore; i++) {
            evidence.observe(random.nextDouble() < 0.84 ? 1 : 0, hour);
        }
        assertThat(evidence.alarms(0.01)).isFalse();
        int delay = 0;
        while (!evidence.alarms(0.01)) {
            evidence.observe(random.nextDouble() < 0.44 ? 1 : 0, hour);
            delay++;
        }
        return delay;
    }

    @Test
    void anAlarmStays() {
        ChangeEvidence evidence = ChangeEvidence.of(Bets.onRateBelow(0.8));
        for (int i = 0; i < 30; i++) {
            evidence.observe(0, 0);
        }
        for (int i = 0; i < 3_000; i++) {
            evidence.observe(1, 0);
        }
        assertThat(evidence.evidence()).isLessThan(1);
        assertThat(evidence.mostEvidence()).isGreaterThan(100);
        assertThat(evidence.alarms(0.01)).isTrue();
        assertThat(evidence.count()).isEqualTo(3_030);
    }

    @Test
    void timeThatRunsBackwardsAndSharesThatAreNoneAreRefused() {
        ChangeEvidence evidence = ChangeEvidence.of(Bets.onShift());

        assertThatIllegalArgumentException().isThrownBy(() -> evidence.observe(0, -1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> evidence.observe(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeEvidence.of(Bets.onShift(), 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> evidence.alarms(1));
    }
}
