package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TailBoundsTest {

    private static final long SEED = 20260401;

    @Test
    void theWorstOfAllSourcesIsWhatEverySourceMayBe() {
        double[] good = new double[200];
        double[] worse = new double[200];
        for (int i = 0; i < 40; i++) {
            worse[i] = 1;
        }
        TailBounds bounds = TailBounds.of(List.of(good, worse, good));
        assertThat(bounds.limits()).containsExactly(0.0);
        assertThat(bounds.shares().get(0))
                .isCloseTo(ClopperPearson.interval(160, 200, 0.98).lower(), within(1e-12));
    }

    /** For numbers at the bounds the mean factor of each bet is 1; for smaller numbers it is less. */
    @Test
    void noBetWinsOnAverageWithinTheBounds() {
        TailBounds bounds = new TailBounds(List.of(1.0, 2.0), List.of(0.6, 0.9));
        for (EValue bet : Bets.onLargerThan(bounds).eValues()) {
            double atBounds = 0.6 * bet.of(0.5) + 0.3 * bet.of(1.5) + 0.1 * bet.of(7);
            assertThat(atBounds).isCloseTo(1, within(1e-12));
            assertThat(bet.of(7)).isGreaterThanOrEqualTo(bet.of(1.5));
            assertThat(bet.of(7)).isGreaterThan(bet.of(0.5));
            assertThat(bet.of(1.5)).isGreaterThanOrEqualTo(bet.of(0.5));
        }
    }

    @Test
    void boundsHoldForTheTrueDistributionAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(SEED);
        int runs = 1_000;
        int broken = 0;
        for (int run = 0; run < runs; run++) {
            double[] numbers = random.doubles(100).toArray();
            TailBounds bounds = TailBounds.of(List.of(numbers), 0.95);
            boolean holds = true;
            for (int i = 0; i < bounds.limits().size(); i++) {
                holds &= bounds.shares().get(i) <= bounds.limits().get(i);
            }
            broken += holds ? 0 : 1;
        }
        assertThat(broken).as("seed %d", SEED).isLessThanOrEqualTo(runs / 20);
    }

    @Test
    void alikeSourcesGetTighterBoundsThatHoldAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int runs = 400;
        int broken = 0;
        int tighter = 0;
        for (int run = 0; run < runs; run++) {
            List<double[]> sources = List.of(
                    random.doubles(134).toArray(),
                    random.doubles(134).toArray(),
                    random.doubles(134).toArray());
            TailBounds bounds = TailBounds.of(sources);
            boolean holds = true;
            for (int i = 0; i < bounds.limits().size(); i++) {
                holds &= bounds.shares().get(i) <= bounds.limits().get(i);
            }
            broken += holds ? 0 : 1;
            double alone = sources.stream()
                    .mapToDouble(source ->
                            new SharesWithin(List.of(source), bounds.limits().get(0)).least(0.0025))
                    .min()
                    .orElseThrow();
            tighter += bounds.shares().get(0) > alone ? 1 : 0;
        }
        // Of a binomial with 400 and 0.01 all but one in a thousand lie below 12.
        assertThat(broken).as("seed %d", SEED + 1).isLessThan(12);
        assertThat(tighter).as("seed %d", SEED + 1).isGreaterThan(runs * 8 / 10);
    }

    @Test
    void sourcesWithoutNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailBounds.of(List.of(new double[] {1}, new double[0])))
                .withMessageContaining("at least one number each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailBounds.of(List.<double[]>of(new double[] {Double.NaN})))
                .withMessageContaining("finite");
    }

    @Test
    void anOnsetIsFoundNearTheChange() {
        SplittableRandom random = new SplittableRandom(SEED);
        OnsetTracker tracker = new OnsetTracker(Bets.onLargerThan(TailBounds.known(0, 0.9)));
        for (int i = 0; i < 300; i++) {
            tracker.observe(random.nextDouble() < (i < 200 ? 0.05 : 0.6) ? 1 : 0);
        }
        assertThat(tracker.onset().index()).as("seed %d", SEED).isBetween(185L, 215L);
        assertThat(tracker.onset().mean()).isCloseTo(0.6, within(0.15));
    }
}
