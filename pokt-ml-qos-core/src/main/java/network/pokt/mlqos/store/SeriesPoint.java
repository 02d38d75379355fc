package network.pokt.mlqos.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.Moments;

/**
 * What was measured in one interval of time: a point of a chart.
 *
 * @param from when the interval begins
 * @param concluded how many samples ended in it
 * @param answered how many of them have a value
 * @param value the mean of these values
 */
public record SeriesPoint(Instant from, long concluded, long answered, Estimate value) {

    /** The finest step: below it a series has more points than measurements. */
    private static final Duration FINEST = Duration.ofMillis(1);

    /**
     * Returns the course of one measure over those measurements that a query wants, whatever its page. Intervals are counted from
     * 1970, so that series fit together, and those in which nothing ended are left out.
     *
     * @param measure the name of the measure
     * @param step how long an interval is, at least a millisecond
     */
    public static List<SeriesPoint> series(ResultStore store, Query query, String measure, Duration step) {
        if (step.compareTo(FINEST) < 0) {
            throw new IllegalArgumentException("A series has steps of at least a millisecond, got " + step + ".");
        }
        Map<Long, Bucket> buckets = new TreeMap<>();
        store.forEach(query, measurement -> {
            long index = Math.floorDiv(measurement.at().toEpochMilli(), step.toMillis());
            buckets.computeIfAbsent(index, any -> new Bucket()).add(measurement, measure);
        });
        List<SeriesPoint> points = new ArrayList<>();
        buckets.forEach((index, bucket) -> points.add(new SeriesPoint(
                Instant.ofEpochMilli(index * step.toMillis()),
                bucket.concluded,
                bucket.values.count(),
                Estimate.ofMean(bucket.values))));
        return points;
    }

    private static final class Bucket {

        private final Moments values = new Moments();
        private long concluded;

        void add(Measurement measurement, String measure) {
            concluded++;
            if (measurement.finding() instanceof Finding.Scored scored) {
                Double value = scored.values().get(measure);
                if (value != null) {
                    values.add(value);
                }
            }
        }
    }
}
