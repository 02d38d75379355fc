package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

    private static final long MICROSECOND = 1_000;
    private static final long HOUR = Duration.ofHours(1).toNanos();

    /** The promised bound: half of a bucket that is 1/32 of its lower edge wide. */
    private static final double ERROR = 1.0 / 64;

    private static List<Long> durations(RandomCases.Draw draw) {
        // Even over the octaves, as latencies are; the logarithms reach a little beyond 1 us and 1 h.
        return draw.list(
                1, 200, () -> Math.min(HOUR, Math.max(MICROSECOND, (long) Math.exp(draw.decimal(6.9, 28.92, 8)))));
    }

    @Test
    void tellsPercentilesWithinItsBound() {
        RandomCases.check(32, 300, draw -> {
            List<Long> durations = durations(draw);
            double percentile = draw.decimal(0, 100, 2);
            long[] sorted = sorted(durations);
            LatencyHistogram histogram = of(sorted);
            int rank = Math.max(1, (int) Math.ceil(percentile * sorted.length / 100 - 1e-9));
            long exact = sorted[rank - 1];

            assertThat((double) histogram.percentile(percentile).toNanos()).isCloseTo(exact, within(exact * ERROR));
        });
    }

    @Test
    void keepsCountMeanAndEndsExactly() {
        RandomCases.check(33, 300, draw -> {
            List<Long> durations = durations(draw);
            long[] sorted = sorted(durations);
            LatencyHistogram histogram = of(sorted);

            assertThat(histogram.count()).isEqualTo(sorted.length);
            assertThat(histogram.clamped()).isZero();
            assertThat(histogram.mean().toNanos())
                    .isEqualTo(Math.round(Arrays.stream(sorted).sum() / (double) sorted.length));
            assertThat(histogram.min()).isEqualTo(histogram.percentile(0)).isEqualTo(Duration.ofNanos(sorted[0]));
            assertThat(histogram.max())
                    .isEqualTo(histogram.percentile(100))
                    .isEqualTo(Duration.ofNanos(sorted[sorted.length - 1]));
        });
    }

    @Test
    void mergesAsIfAllHadBeenRecordedInOne() {
        RandomCases.check(34, 100, draw -> {
            List<Long> first = durations(draw);
            List<Long> second = durations(draw);
            LatencyHistogram merged = of(sorted(first));
            merged.merge(of(sorted(second)));
            LatencyHistogram whole = of(sorted(first));
            second.forEach(whole::record);

            assertThat(merged.count()).isEqualTo(whole.count());
            assertThat(merged.mean()).isEqualTo(whole.mean());
            for (int percentile = 0; percentile <= 100; percentile++) {
                assertThat(merged.percentile(percentile)).isEqualTo(whole.percentile(percentile));
            }
            assertThat(merged.percentileInterval(90)).isEqualTo(whole.percentileInterval(90));
        });
    }

    @Test
    void putsAnIntervalAroundThePercentile() {
        RandomCases.check(35, 200, draw -> {
            List<Long> durations = durations(draw);
            double percentile = draw.decimal(0, 100, 2);
            long[] sorted = sorted(durations);
            LatencyHistogram histogram = of(sorted);
            DurationInterval interval = histogram.percentileInterval(percentile, 0.9);
            QuantileRanks ranks = QuantileRanks.of(percentile / 100, sorted.length, 0.9);
            long lower = ranks.lower() == 0 ? MICROSECOND : sorted[(int) ranks.lower() - 1];
            long upper = ranks.upper() > sorted.length ? HOUR : sorted[(int) ranks.upper() - 1];

            assertThat(interval.contains(histogram.percentile(percentile))).isTrue();
            assertThat(interval.lower().toNanos()).isBetween((long) (lower * (1 - 2 * ERROR)), lower);
            assertThat(interval.upper().toNanos()).isBetween(upper, (long) (upper * (1 + 2 * ERROR)) + 1);
        });
    }

    @Test
    void keepsItsBoundOnBothSidesOfEveryEdge() {
        for (long edge = MICROSECOND; edge < HOUR; edge += Math.max(1, edge >>> 9)) {
            for (long nanos : new long[] {edge, Long.highestOneBit(edge) - 1, Long.highestOneBit(edge)}) {
                if (nanos >= MICROSECOND) {
                    LatencyHistogram histogram = of(MICROSECOND, nanos, HOUR);
                    assertThat((double) histogram.percentile(50).toNanos()).isCloseTo(nanos, within(nanos * ERROR));
                }
            }
        }
    }

    /** In doubles 16.1 * 1000 / 100 is 161.00000000000003, and 64.9 * 1000 / 100 is 649.0000000000001. */
    @ParameterizedTest
    @CsvSource({"16.1, 161", "64.9, 649", "95, 950", "99.9, 999"})
    void takesTheNearestRankWithoutBeingMisledByRounding(double percentile, int rank) {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 1; i <= 1000; i++) {
            histogram.record(i <= rank ? Duration.ofMillis(1) : Duration.ofSeconds(1));
        }

        assertThat(histogram.percentile(percentile)).isLessThan(Duration.ofMillis(2));
        assertThat(histogram.percentile(percentile + 0.01)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void countsDurationsOutsideOfItsRangeAsTheNearestEnd() {
        LatencyHistogram histogram = of(0, MICROSECOND - 1, HOUR + 1);
        histogram.record(Duration.ofSeconds(Long.MAX_VALUE));
        histogram.record(MICROSECOND);
        histogram.record(HOUR);

        assertThat(histogram.clamped()).isEqualTo(4);
        assertThat(histogram.count()).isEqualTo(6);
        assertThat(histogram.min()).isEqualTo(Duration.ofNanos(MICROSECOND));
        assertThat(histogram.max()).isEqualTo(Duration.ofHours(1));
        assertThat(histogram.mean()).isEqualTo(Duration.ofNanos((MICROSECOND + HOUR) / 2));
    }

    @Test
    void reportsTheRangeWhereTooFewDurationsBoundAPercentile() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int millis = 100; millis < 150; millis++) {
            histogram.record(Duration.ofMillis(millis));
        }

        assertThat(histogram.percentileInterval(99).upper()).isEqualTo(Duration.ofHours(1));
        assertThat(histogram.percentileInterval(1).lower()).isEqualTo(Duration.ofNanos(MICROSECOND));
        // Ranks 18 and 33 of 50 for the median: 117 and 132 ms, each widened to the edges of its bucket.
        assertThat(histogram.percentileInterval(50).lower().toMillis()).isBetween(113L, 117L);
        assertThat(histogram.percentileInterval(50).upper().toMillis()).isBetween(132L, 136L);
    }

    @Test
    void startsAgainAfterClearing() {
        LatencyHistogram histogram = of(5_000, HOUR + 1);
        histogram.clear();

        assertThat(histogram.count()).isZero();
        assertThat(histogram.clamped()).isZero();
        histogram.record(7_000);
        assertThat(histogram.mean()).isEqualTo(Duration.ofNanos(7_000));
        assertThat(histogram.min()).isEqualTo(histogram.max()).isEqualTo(histogram.percentile(50));
    }

    @Test
    void allocatesItsStateOnceAndNothingWhenRecording() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(1);
        long[] nanos = random.longs(100_000, 0, 10_000_000_000L).toArray();

        of(nanos); // Loads the classes, which allocates.

        long before = threads.getCurrentThreadAllocatedBytes();
        LatencyHistogram histogram = new LatencyHistogram();
        long created = threads.getCurrentThreadAllocatedBytes();
        for (long each : nanos) {
            histogram.record(each);
        }
        long recorded = threads.getCurrentThreadAllocatedBytes();

        assertThat(created - before).isBetween(8_000L, 8_300L);
        // Less than a byte per ten durations: whatever the virtual machine itself needs, recording needs none.
        assertThat(recorded - created).isLessThan(nanos.length / 10);
        assertThat(histogram.count()).isEqualTo(nanos.length);
    }

    @Test
    void hasNoStatisticsBeforeTheFirstDuration() {
        LatencyHistogram empty = new LatencyHistogram();

        assertThatIllegalStateException()
                .isThrownBy(() -> empty.percentile(50))
                .withMessage("the histogram holds no duration yet: ask for count() first");
        assertThatIllegalStateException().isThrownBy(empty::mean);
        assertThatIllegalStateException().isThrownBy(empty::min);
        assertThatIllegalStateException().isThrownBy(empty::max);
        assertThatIllegalStateException().isThrownBy(() -> empty.percentileInterval(50));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void refusesAPercentileOutsideOfItsRange(double percentile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1_000).percentile(percentile))
                .withMessage("percentile %s is not within 0 to 100: give 99 for p99", percentile);
        assertThatIllegalArgumentException().isThrownBy(() -> of(1_000).percentileInterval(percentile));
    }

    @Test
    void refusesANegativeDurationAndStaysAsItWas() {
        LatencyHistogram histogram = of(1_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> histogram.record(-1))
                .withMessage("duration -1 ns is negative: take both ends of it from the same clock");
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.record(Duration.ofSeconds(-1)));
        assertThat(histogram.count()).isEqualTo(1);
    }

    private static LatencyHistogram of(long... nanos) {
        LatencyHistogram histogram = new LatencyHistogram();
        for (long each : nanos) {
            histogram.record(each);
        }
        return histogram;
    }

    private static long[] sorted(List<Long> durations) {
        return durations.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
