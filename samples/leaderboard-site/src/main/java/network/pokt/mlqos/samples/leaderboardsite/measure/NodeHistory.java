package network.pokt.mlqos.samples.leaderboardsite.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.LatencyHistogram;
import network.pokt.mlqos.stats.Moments;
import network.pokt.mlqos.store.Charge;
import network.pokt.mlqos.store.Finding;
import network.pokt.mlqos.store.Measurement;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;

/**
 * How a node did day by day (UTC), over all of its tasks.
 *
 * @param days those on which anything was measured, the oldest first
 */
public record NodeHistory(List<Day> days) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final double MEDIAN = 50;

    public NodeHistory {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param from when it begins
     * @param score the mean of first measures, failures that are not ours counted as 0
     * @param answered how many samples were answered; {@code score.n()} ended
     * @param latency the median time of an answer, where there was one
     * @param costPerRightAnswer what was charged over what was right, where both are known
     */
    public record Day(
            Instant from,
            Estimate score,
            long answered,
            Optional<Duration> latency,
            Optional<Charge> costPerRightAnswer) {}

    /** Reads the days since {@code from}, which is rounded down to the beginning of its day. */
    public static NodeHistory of(ResultStore store, NodeId node, Instant from) {
        Map<Long, Sum> sums = new TreeMap<>();
        Query query = Query.builder()
                .node(node)
                .from(Instant.ofEpochSecond(dayOf(from) * DAY.toSeconds()))
                .limit(Query.LARGEST_LIMIT)
                .build();
        store.forEach(
                query,
                measurement -> sums.computeIfAbsent(dayOf(measurement.at()), day -> new Sum())
                        .add(measurement));
        List<Day> days = new ArrayList<>();
        sums.forEach((day, sum) -> days.add(sum.day(Instant.ofEpochSecond(day * DAY.toSeconds()))));
        return new NodeHistory(days);
    }

    private static long dayOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), DAY.toSeconds());
    }

    private static final class Sum {

        private final Moments scores = new Moments();
        private final LatencyHistogram total = new LatencyHistogram();
        private String currency = "";
        private BigDecimal cost = BigDecimal.ZERO;
        private double right;
        private long answered;

        void add(Measurement measurement) {
            measurement.charge().ifPresent(charge -> {
                currency = charge.currency();
                cost = cost.add(charge.amount());
            });
            if (measurement.finding() instanceof Finding.Scored scored) {
                answered++;
                scored.values().values().stream().findFirst().ifPresent(value -> {
                    scores.add(value);
                    right += value;
                });
                measurement.total().ifPresent(time -> total.record(time.toNanos()));
            } else if (((Finding.Failed) measurement.finding()).cause().countsAsWrong()) {
                scores.add(0);
            }
        }

        Day day(Instant from) {
            boolean priced = right > 0 && !currency.isEmpty();
            return new Day(
                    from,
                    Estimate.ofMean(scores),
                    answered,
                    total.count() > 0 ? Optional.of(total.percentile(MEDIAN)) : Optional.empty(),
                    priced
                            ? Optional.of(
                                    new Charge(currency, cost.divide(BigDecimal.valueOf(right), MathContext.DECIMAL32)))
                            : Optional.empty());
        }
    }
}
