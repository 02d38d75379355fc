package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    /** The asked-for agreement with the two-pass formula is 1e-12 of the value, which is 1e-10 percent. */
    private static final double PERCENT_OF_1E_12 = 1e-10;

    /** The textbook sample 4, 7, 13, 16: mean 10, squared deviations 36 + 9 + 9 + 36 = 90, variance 90 / 3 = 30. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e9})
    void keepsItsDigitsFarFromZero(double offset) {
        Moments moments = Moments.of(offset + 4, offset + 7, offset + 13, offset + 16);

        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).isEqualTo(offset + 10);
        assertThat(moments.sampleStandardDeviation()).isCloseTo(Math.sqrt(30), within(1e-12));
        assertThat(moments.standardError()).isCloseTo(Math.sqrt(30) / 2, within(1e-12));
        assertThat(moments.min()).isEqualTo(offset + 4);
        assertThat(moments.max()).isEqualTo(offset + 16);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5", "3, 0.34", "50, 0.62", "1319, 0.75", "14042, 0.003", "1000000, 0.9999"})
    void agreesWithTheTwoPassFormulaOnSuccessesAndFailures(int n, double share) {
        SplittableRandom random = new SplittableRandom(n);
        double[] values = DoubleStream.generate(() -> random.nextDouble() < share ? 1 : 0)
                .limit(n)
                .toArray();
        values[0] = 1;
        values[1] = 0;
        Moments moments = Moments.of(values);

        assertThat(moments.mean()).isCloseTo(Arrays.stream(values).sum() / n, withinPercentage(PERCENT_OF_1E_12));
        assertThat(moments.standardError()).isCloseTo(twoPassError(values), withinPercentage(PERCENT_OF_1E_12));
        assertThat(moments.onlyVerdicts()).isTrue();
    }

    @Test
    void mergesAsIfAllHadBeenOneStream() {
        RandomCases.check(1962, 300, draw -> {
            List<Double> first = draw.list(0, 50, () -> draw.decimal(-1e6, 1e6, 2));
            List<Double> second = draw.list(0, 50, () -> draw.decimal(-1e6, 1e6, 2));
            double[] all = DoubleStream.concat(
                            first.stream().mapToDouble(Double::doubleValue),
                            second.stream().mapToDouble(Double::doubleValue))
                    .toArray();
            Moments merged = Moments.of(Arrays.copyOf(all, first.size()));
            merged.merge(Moments.of(Arrays.copyOfRange(all, first.size(), all.length)));
            Moments whole = Moments.of(all);

            assertThat(merged.count()).isEqualTo(all.length);
            assertThat(merged.onlyVerdicts()).isEqualTo(whole.onlyVerdicts());
            if (all.length > 0) {
                assertThat(merged.min()).isEqualTo(whole.min());
                assertThat(merged.max()).isEqualTo(whole.max());
                assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-8)).isBetween(merged.min(), merged.max());
            }
            if (all.length > 1) {
                assertThat(merged.standardError()).isCloseTo(whole.standardError(), within(1e-7));
                assertThat(whole.standardError()).isCloseTo(twoPassError(all), within(1e-7));
            }
        });
    }

    @Test
    void mergesWithItself() {
        Moments moments = Moments.of(1, 2, 3);
        moments.merge(moments);

        assertThat(moments.count()).isEqualTo(6);
        assertThat(moments.mean()).isEqualTo(2);
        assertThat(moments.sampleStandardDeviation()).isCloseTo(Math.sqrt(4.0 / 5), within(1e-15));
    }

    @Test
    void saysNothingOnTooFewValues() {
        Moments none = new Moments();
        assertThat(DoubleStream.of(none.mean(), none.min(), none.max(), none.standardError()))
                .containsOnly(Double.NaN);

        Moments one = Moments.of(3);
        assertThat(one.mean()).isEqualTo(3);
        assertThat(one.sampleStandardDeviation()).isNaN();
        assertThat(one.standardError()).isNaN();
        assertThat(Moments.of(3, 3).standardError()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.1e150})
    void refusesWhatIsNoNumber(double value) {
        Moments moments = Moments.of(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.add(value))
                .withMessage(
                        "value %s has no place in a mean: "
                                + "count undefined results apart and add only numbers up to 1.0E150",
                        value);
        assertThat(moments.count()).isEqualTo(1);
    }

    private static double twoPassError(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (values.length - 1)) / Math.sqrt(values.length);
    }
}
