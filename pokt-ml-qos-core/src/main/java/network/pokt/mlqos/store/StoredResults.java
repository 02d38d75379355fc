package network.pokt.mlqos.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.leaderboard.ResultTable;
import network.pokt.mlqos.leaderboard.TaskResult;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.LatencyHistogram;
import network.pokt.mlqos.stats.Moments;

/**
 * Makes the table behind leaderboards of what a store holds.
 *
 * <pre>{@code
 * Board board = StoredResults.table(store, Query.builder().from(lastWeek).build()).average(taxonomy);
 * }</pre>
 */
public final class StoredResults {

    private static final double TYPICAL = 50;

    private StoredResults() {}

    /**
     * Sums up the measurements that a query wants, by node and task. The score is the mean of each sample's first value, with
     * failures {@linkplain network.pokt.mlqos.transport.FaultCause#countsAsWrong() that are not ours} counted as 0; failures of
     * ours are left out.
     */
    public static ResultTable table(ResultStore store, Query query) {
        Map<Pair, Sum> sums = new LinkedHashMap<>();
        store.forEach(
                query,
                measurement -> sums.computeIfAbsent(new Pair(measurement.node(), measurement.task()), pair -> new Sum())
                        .add(measurement));
        List<TaskResult> results = new ArrayList<>();
        sums.forEach((pair, sum) -> results.add(sum.result(pair)));
        return ResultTable.of(results);
    }

    private record Pair(NodeId node, String task) {}

    private static final class Sum {

        private final Moments scores = new Moments();
        private final LatencyHistogram total = new LatencyHistogram();
        private final LatencyHistogram firstToken = new LatencyHistogram();
        private final Map<String, BigDecimal> costs = new LinkedHashMap<>();
        private long concluded;
        private long answered;

        void add(Measurement measurement) {
            measurement.charge().ifPresent(charge -> costs.merge(charge.currency(), charge.amount(), BigDecimal::add));
            if (measurement.finding() instanceof Finding.Failed failed) {
                if (failed.cause().countsAsWrong()) {
                    concluded++;
                    scores.add(0);
                }
            } else if (measurement.finding() instanceof Finding.Scored scored) {
                concluded++;
                answered++;
                Optional<Double> first = scored.values().values().stream().findFirst();
                first.ifPresent(scores::add);
                measurement.total().ifPresent(time -> total.record(time.toNanos()));
                measurement.firstToken().ifPresent(time -> firstToken.record(time.toNanos()));
            }
        }

        TaskResult result(Pair pair) {
            TaskResult.Builder result = TaskResult.builder(pair.node(), pair.task(), Estimate.ofMean(scores))
                    .samples(concluded, answered);
            if (total.count() > 0) {
                result.latency(total.percentile(TYPICAL));
            }
            if (firstToken.count() > 0) {
                result.firstToken(firstToken.percentile(TYPICAL));
            }
            if (costs.size() == 1) {
                costs.forEach(result::cost);
            }
            return result.build();
        }
    }
}
