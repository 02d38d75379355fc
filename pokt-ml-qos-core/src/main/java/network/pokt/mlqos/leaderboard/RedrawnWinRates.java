package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.metric.WinRates;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.Interval;
import network.pokt.mlqos.stats.Moments;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mean win rates and how far chance moves them: a parametric bootstrap that redraws every score from a normal distribution with a
 * half of its own width on either side, so that it fits the score's interval.
 */
final class RedrawnWinRates {

    /** How many standard errors a 95 % interval reaches. */
    static final double REACH = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    private static final int DRAWS = 1_000;

    private final List<List<Estimate>> scores;
    private final double[] rates;
    private final double[][] draws;

    private RedrawnWinRates(List<List<Estimate>> scores, long seed) {
        this.scores = scores;
        this.rates = means(scores, estimate -> estimate.value());
        this.draws = new double[DRAWS][];
        SplittableRandom random = new SplittableRandom(seed);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (int draw = 0; draw < DRAWS; draw++) {
            draws[draw] = means(scores, estimate -> {
                // A share strictly between 0 and 1, so that its normal quantile is finite.
                double z = normal.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
                return redraw(estimate, z);
            });
        }
    }

    /** Computes the rates of a table: one row of scores a node, one column a task, {@link Estimate#none()} for what is missing. */
    static RedrawnWinRates of(List<List<Estimate>> scores, long seed) {
        return new RedrawnWinRates(scores, seed);
    }

    /** The value of a score in one draw. */
    @FunctionalInterface
    private interface Draw {
        double of(Estimate estimate);
    }

    private static double[] means(List<List<Estimate>> scores, Draw draw) {
        double[][] table = scores.stream()
                .map(row -> row.stream().mapToDouble(draw::of).toArray())
                .toArray(double[][]::new);
        int tasks = scores.isEmpty() ? 0 : scores.get(0).size();
        return WinRates.of(table, Collections.nCopies(tasks, WinRates.Direction.HIGHER_IS_BETTER))
                .means();
    }

    private static double redraw(Estimate estimate, double z) {
        double width = z > 0
                ? estimate.interval().upper() - estimate.value()
                : estimate.value() - estimate.interval().lower();
        return Double.isFinite(width) ? estimate.value() + z * width / REACH : estimate.value();
    }

    List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        for (int node = 0; node < rates.length; node++) {
            estimates.add(estimate(node));
        }
        return estimates;
    }

    private Estimate estimate(int node) {
        if (Double.isNaN(rates[node])) {
            return Estimate.none();
        }
        double[] own =
                Arrays.stream(draws).mapToDouble(draw -> draw[node]).sorted().toArray();
        int tail = DRAWS / 40;
        double lower = Math.min(own[tail], rates[node]);
        double upper = Math.max(own[DRAWS - 1 - tail], rates[node]);
        long n = scores.get(node).stream().mapToLong(Estimate::n).sum();
        return new Estimate(
                rates[node], Moments.of(own).sampleStandardDeviation(), new Interval(lower, upper, 0.95), n);
    }

    List<Ranking.Comparison> comparisons() {
        List<Ranking.Comparison> comparisons = new ArrayList<>();
        for (int one = 0; one < rates.length; one++) {
            for (int other = one + 1; other < rates.length; other++) {
                Moments differences = new Moments();
                for (double[] draw : draws) {
                    double difference = draw[one] - draw[other];
                    if (!Double.isNaN(difference)) {
                        differences.add(difference);
                    }
                }
                comparisons.add(Ranking.Comparison.of(
                        one, other, rates[one] - rates[other], differences.sampleStandardDeviation()));
            }
        }
        return comparisons;
    }
}
