package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @Test
    void holdsItsEndsAndWhatLiesBetween() {
        Interval interval = new Interval(0.25, 0.75, 0.95);

        assertThat(interval.contains(0.25)).isTrue();
        assertThat(interval.contains(0.5)).isTrue();
        assertThat(interval.contains(0.75)).isTrue();
        assertThat(interval.contains(Math.nextDown(0.25))).isFalse();
        assertThat(interval.contains(Math.nextUp(0.75))).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
        assertThat(interval.width()).isEqualTo(0.5);
    }

    @Test
    void excludesNothingWhenUnbounded() {
        Interval interval = Interval.unbounded(0.9);

        assertThat(interval.contains(-1e300)).isTrue();
        assertThat(interval.contains(1e300)).isTrue();
        assertThat(interval.width()).isInfinite();
        assertThat(interval).hasToString("-Infinity..Infinity (90 %)");
    }

    @ParameterizedTest
    @CsvSource({
        "0.481523, 0.741362, 0.95, 0.48..0.74 (95 %)",
        "0.5901, 0.6499, 0.999, 0.590..0.650 (99.9 %)",
        "118.26, 126.49, 0.9, 118.3..126.5 (90 %)",
        "118.26, 1264.9, 0.9, 118..1265 (90 %)",
        "-0.051, 0.012, 0.95, -0.051..0.012 (95 %)",
        "-0.0004, 0.4, 0.95, 0.00..0.40 (95 %)",
        "1, 1, 0.95, 1.0000..1.0000 (95 %)",
        "0.25, Infinity, 0.95, 0.2500..Infinity (95 %)",
        "1e20, 3e20, 0.95, 1.0E20..3.0E20 (95 %)"
    })
    void showsAsManyDecimalsAsItsWidthBearsOut(double lower, double upper, double level, String shown) {
        assertThat(new Interval(lower, upper, level)).hasToString(shown);
    }

    @Test
    void readsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Interval(0.48, 0.74, 0.95)).hasToString("0.48..0.74 (95 %)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4", "NaN, 1", "0, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
    void refusesEndsThatAreNoRange(double lower, double upper) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(lower, upper, 0.95))
                .withMessage("interval %s..%s is not a range: give two numbers, the lower one first", lower, upper);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void refusesALevelThatIsNoShare(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, 1, level))
                .withMessageStartingWith("confidence level " + level + " is not between 0 and 1");
    }
}
