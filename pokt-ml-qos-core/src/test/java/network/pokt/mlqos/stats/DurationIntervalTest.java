package network.pokt.mlqos.stats;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DurationIntervalTest {

    @Test
    void holdsItsEndsAndWhatLiesBetween() {
        DurationInterval interval = new DurationInterval(ofMillis(118), ofMillis(126), 0.95);

        assertThat(interval.contains(ofMillis(118))).isTrue();
        assertThat(interval.contains(ofMillis(126))).isTrue();
        assertThat(interval.contains(ofMillis(118).minusNanos(1))).isFalse();
        assertThat(interval.contains(ofMillis(126).plusNanos(1))).isFalse();
        assertThat(interval.width()).isEqualTo(ofMillis(8));
    }

    @Test
    void showsMillisecondsWithAsManyDecimalsAsItsWidthBearsOut() {
        assertThat(new DurationInterval(ofMillis(118), ofMillis(1264), 0.95)).hasToString("118..1264 ms (95 %)");
        assertThat(new DurationInterval(ofNanos(1_234_567), ofNanos(1_334_567), 0.9))
                .hasToString("1.23..1.33 ms (90 %)");
    }

    @Test
    void refusesEndsOutOfOrderAndALevelThatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DurationInterval(ofMillis(2), ofMillis(1), 0.95))
                .withMessage("interval PT0.002S..PT0.001S is not a range: give two durations, the shorter one first");
        assertThatIllegalArgumentException().isThrownBy(() -> new DurationInterval(ofMillis(1), ofMillis(2), 95));
    }
}
