package network.pokt.mlqos.stats;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Arrays;

/**
 * The distribution of durations from 1 microsecond to 1 hour in as little memory as they are spread.
 *
 * <p>It has the buckets of {@link LatencyHistogram}, 32 an octave, so a percentile is off by at most 1/64 of itself, but keeps
 * only those between the shortest and the longest duration that was seen: 128 bytes for each octave in between, some 700
 * bytes for a node whose answers take 0.2 to 5 seconds, 4.1 KB at most. It is made for registries of many nodes. Merging is
 * exact.
 *
 * <p>A bucket counts up to 2^31 - 1 and stays there. Not thread-safe: one writer, or a lock of the caller.
 */
public final class LatencyDigest {

    private int[] counts = new int[0];
    private int firstRow;
    private long count;

    /** A digest of no duration yet. */
    public LatencyDigest() {}

    /**
     * Takes one more duration; one outside of the range counts as the nearest end of it.
     *
     * @throws IllegalArgumentException when the duration is negative
     */
    public void record(Duration duration) {
        record(NANOSECONDS.convert(duration), 1);
    }

    /**
     * Takes a duration in nanoseconds that occurred so many times.
     *
     * @throws IllegalArgumentException when the duration is negative or it occurred less than once
     */
    public void record(long nanos, int times) {
        if (nanos < 0 || times < 1) {
            throw new IllegalArgumentException("duration " + nanos + " ns, " + times
                    + " times, cannot be recorded: give a duration of 0 or more, at least once");
        }
        int row = LatencyHistogram.row(Math.min(Math.max(nanos, LatencyHistogram.SHORTEST), LatencyHistogram.LONGEST));
        makeRoom(row);
        add(row, times);
    }

    private void add(int row, int times) {
        int index = row - firstRow;
        counts[index] = (int) Math.min(Integer.MAX_VALUE, (long) counts[index] + times);
        count += times;
    }

    private void makeRoom(int row) {
        if (counts.length == 0) {
            firstRow = row;
            counts = new int[1];
        } else if (row < firstRow) {
            int[] wider = new int[counts.length + firstRow - row];
            System.arraycopy(counts, 0, wider, firstRow - row, counts.length);
            counts = wider;
            firstRow = row;
        } else if (row - firstRow >= counts.length) {
            counts = Arrays.copyOf(counts, row - firstRow + 1);
        }
    }

    /** Takes all durations of the other digest, which stays as it is. */
    public void merge(LatencyDigest other) {
        if (other.counts.length == 0) {
            return;
        }
        makeRoom(other.firstRow);
        makeRoom(other.firstRow + other.counts.length - 1);
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                add(other.firstRow + i, other.counts[i]);
            }
        }
    }

    /** How many durations were recorded. */
    public long count() {
        return count;
    }

    /**
     * The duration that p percent of all did not exceed (nearest rank), off by at most 1/64 of itself.
     *
     * @param percentile from 0 over 50, the median, to 100
     * @throws IllegalArgumentException when the percentile is not within 0 to 100
     * @throws IllegalStateException before the first duration
     */
    public Duration percentile(double percentile) {
        if (!(percentile >= 0 && percentile <= 100)) {
            throw new IllegalArgumentException("percentile " + percentile + " is not within 0 to 100: give 99 for p99");
        }
        if (count == 0) {
            throw new IllegalStateException("the digest holds no duration yet: ask for count() first");
        }
        // Rounding may lift an exact rank by a last digit: 95 % of 100 is rank 95, not 96.
        long rank = Math.max(1, (long) Math.ceil(Math.nextDown(percentile * count / 100)));
        long seen = 0;
        int index = -1;
        while (seen < rank && index < counts.length - 1) {
            seen += counts[++index];
        }
        return Duration.ofNanos(middle(index));
    }

    private long middle(int index) {
        int row = firstRow + index;
        return (LatencyHistogram.lowerEdge(row) + LatencyHistogram.lowerEdge(row + 1)) / 2;
    }

    /** Tells each bucket that is not empty, from the shortest on: recording them again makes an equal digest. */
    public void forEach(Bucket bucket) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bucket.accept(middle(i), counts[i]);
            }
        }
    }

    /** The memory of the buckets in bytes, without the two object headers. */
    public int bytes() {
        return counts.length * Integer.BYTES;
    }

    /** Takes one bucket. */
    @FunctionalInterface
    public interface Bucket {

        /** Takes the middle of the bucket in nanoseconds and how many durations are in it. */
        void accept(long nanos, int times);
    }
}
