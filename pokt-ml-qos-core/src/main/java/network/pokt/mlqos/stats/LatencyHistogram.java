package network.pokt.mlqos.stats;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Arrays;

/**
 * The distribution of durations from 1 microsecond to 1 hour in a fixed 8.2 KB, with percentiles to 1.6 %.
 *
 * <p>Each octave (the range from one power of two to the next, in nanoseconds) is cut into 32 buckets of equal width.
 * A bucket is therefore at most 1/32 of its lower edge wide, and its middle, which stands for all durations in it, is
 * off by at most 1/64 of the true duration: 1.5625 %. Count, mean, shortest and longest duration are kept exactly. A
 * duration outside of the range counts as the nearest end of it, and {@link #clamped()} tells how many did.
 *
 * <p>Recording is a count of leading zeros and a few additions, a few nanoseconds, and allocates nothing. Merging is exact:
 * the merged histogram is the one that would have recorded everything. A percentile walks over the 1,015 buckets, less
 * than a microsecond.
 *
 * <p>Not thread-safe: one writer, or a lock of the caller around every call. A window over time is a ring of
 * histograms, {@link #clear() cleared} in turn and {@link #merge merged} to be read.
 */
public final class LatencyHistogram {

    static final long SHORTEST = Duration.ofNanos(1_000).toNanos();
    static final long LONGEST = Duration.ofHours(1).toNanos();

    private static final int BITS_PER_OCTAVE = 5;
    private static final int BUCKETS_PER_OCTAVE = 1 << BITS_PER_OCTAVE;

    /** Rows of buckets before the one of the shortest duration, which would stay empty and are not kept. */
    private static final int SKIPPED = row(SHORTEST);

    private static final int BUCKETS = row(LONGEST) - SKIPPED + 1;

    private final long[] buckets = new long[BUCKETS];
    private long count;
    private long clamped;
    private double sumNanos;
    private long minNanos = Long.MAX_VALUE;
    private long maxNanos = Long.MIN_VALUE;

    /** A histogram of no duration yet. */
    public LatencyHistogram() {}

    /**
     * Takes one more duration.
     *
     * @throws IllegalArgumentException when the duration is negative
     */
    public void record(Duration duration) {
        record(NANOSECONDS.convert(duration));
    }

    /**
     * Takes one more duration in nanoseconds; allocates nothing.
     *
     * @throws IllegalArgumentException when the duration is negative
     */
    public void record(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(
                    "duration " + nanos + " ns is negative: take both ends of it from the same clock");
        }
        long kept = Math.min(Math.max(nanos, SHORTEST), LONGEST);
        if (kept != nanos) {
            clamped++;
        }
        buckets[row(kept) - SKIPPED]++;
        count++;
        sumNanos += kept;
        minNanos = Math.min(minNanos, kept);
        maxNanos = Math.max(maxNanos, kept);
    }

    /** Takes all durations of the other histogram, which stays as it is. */
    public void merge(LatencyHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] += other.buckets[i];
        }
        count += other.count;
        clamped += other.clamped;
        sumNanos += other.sumNanos;
        minNanos = Math.min(minNanos, other.minNanos);
        maxNanos = Math.max(maxNanos, other.maxNanos);
    }

    /** Forgets all durations. */
    public void clear() {
        Arrays.fill(buckets, 0);
        count = 0;
        clamped = 0;
        sumNanos = 0;
        minNanos = Long.MAX_VALUE;
        maxNanos = Long.MIN_VALUE;
    }

    /** How many durations were recorded, clamped ones included. */
    public long count() {
        return count;
    }

    /** How many durations were shorter than 1 microsecond or longer than 1 hour and count as that. */
    public long clamped() {
        return clamped;
    }

    /**
     * The mean duration, to the nanosecond.
     *
     * @throws IllegalStateException before the first duration
     */
    public Duration mean() {
        requireSome();
        return Duration.ofNanos(Math.round(sumNanos / count));
    }

    /**
     * The shortest duration, exactly.
     *
     * @throws IllegalStateException before the first duration
     */
    public Duration min() {
        requireSome();
        return Duration.ofNanos(minNanos);
    }

    /**
     * The longest duration, exactly.
     *
     * @throws IllegalStateException before the first duration
     */
    public Duration max() {
        requireSome();
        return Duration.ofNanos(maxNanos);
    }

    /**
     * The duration that p percent of all did not exceed (nearest rank), off by at most 1/64 of itself.
     *
     * @param percentile from 0, the shortest, over 50, the median, to 100, the longest; both ends are exact
     * @throws IllegalArgumentException when the percentile is not within 0 to 100
     * @throws IllegalStateException before the first duration
     */
    public Duration percentile(double percentile) {
        requirePercentile(percentile);
        requireSome();
        // Rounding may lift an exact rank by a last digit: 95 % of 100 is rank 95, not 96.
        long rank = (long) Math.ceil(Math.nextDown(percentile * count / 100));
        if (rank <= 1) {
            return Duration.ofNanos(minNanos);
        }
        if (rank >= count) {
            return Duration.ofNanos(maxNanos);
        }
        int row = rowOfRank(rank);
        return Duration.ofNanos(withinSeen((lowerEdge(row) + lowerEdge(row + 1)) / 2));
    }

    /** The range that holds the true percentile with 95 % confidence, see {@link #percentileInterval(double, double)}. */
    public DurationInterval percentileInterval(double percentile) {
        return percentileInterval(percentile, Confidence.DEFAULT);
    }

    /**
     * The range that holds the true percentile with the given confidence, whatever the distribution of durations.
     *
     * <p>Its ends are order statistics whose ranks come from the binomial distribution, widened to the edges of their
     * buckets, so the error of the histogram is inside. Where there are too few durations to bound an extreme
     * percentile the end is that of the range, 1 microsecond or 1 hour: 50 durations say little about p99.
     *
     * @param percentile from 0 to 100
     * @param level the confidence, strictly between 0 and 1
     * @throws IllegalArgumentException when the percentile is not within 0 to 100, or the level not within 0 to 1
     * @throws IllegalStateException before the first duration
     */
    public DurationInterval percentileInterval(double percentile, double level) {
        requirePercentile(percentile);
        requireSome();
        QuantileRanks ranks = QuantileRanks.of(percentile / 100, count, level);
        long lower = ranks.lower() < 1 ? SHORTEST : withinSeen(lowerEdge(rowOfRank(ranks.lower())));
        long upper = ranks.upper() > count ? LONGEST : withinSeen(lowerEdge(rowOfRank(ranks.upper()) + 1) - 1);
        return new DurationInterval(Duration.ofNanos(lower), Duration.ofNanos(upper), level);
    }

    private int rowOfRank(long rank) {
        int bucket = 0;
        long seen = buckets[0];
        while (seen < rank) {
            seen += buckets[++bucket];
        }
        return bucket + SKIPPED;
    }

    private long withinSeen(long nanos) {
        return Math.min(Math.max(nanos, minNanos), maxNanos);
    }

    /** The row of a duration: 32 rows per octave, told apart by the five bits that follow the leading one. */
    static int row(long nanos) {
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        int shift = octave - BITS_PER_OCTAVE;
        return shift * BUCKETS_PER_OCTAVE + (int) (nanos >>> shift);
    }

    /** The shortest duration of a row; the inverse of {@link #row}. */
    static long lowerEdge(int row) {
        int shift = row / BUCKETS_PER_OCTAVE - 1;
        return (long) (BUCKETS_PER_OCTAVE + row % BUCKETS_PER_OCTAVE) << shift;
    }

    private void requireSome() {
        if (count == 0) {
            throw new IllegalStateException("the histogram holds no duration yet: ask for count() first");
        }
    }

    private static void requirePercentile(double percentile) {
        if (!(percentile >= 0 && percentile <= 100)) {
            throw new IllegalArgumentException("percentile " + percentile + " is not within 0 to 100: give 99 for p99");
        }
    }
}
