package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.stats.Estimate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which nodes are better than which, and so between which ranks each may be.
 *
 * <p>Every pair is compared on the samples that both concluded (Miller, "Adding Error Bars to Evals", arXiv 2411.00640), all
 * pairs at once under a family-wise error of 5 % (Holm, Scandinavian Journal of Statistics 6, 1979). A node's best rank is one
 * more than the number of nodes shown to be better, its worst the number of nodes less those shown to be worse (Mogstad et
 * al., "Inference for Ranks", Review of Economic Studies 91, 2024).
 */
final class Ranking {

    private static final double FAMILY_WISE_ERROR = 0.05;

    private final int[] better;
    private final int[] worse;

    private Ranking(int nodes) {
        better = new int[nodes];
        worse = new int[nodes];
    }

    /** Compares the nodes on every task that all of them were given. */
    static Ranking of(List<NodeReport> nodes) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int one = 0; one < nodes.size(); one++) {
            for (int other = one + 1; other < nodes.size(); other++) {
                comparisons.add(compare(one, nodes.get(one), other, nodes.get(other)));
            }
        }
        return of(nodes.size(), comparisons);
    }

    /** Decides between nodes by comparisons of every pair, all of them at once. */
    static Ranking of(int nodes, List<Comparison> comparisons) {
        Ranking ranking = new Ranking(nodes);
        List<Comparison> sorted = comparisons.stream()
                .sorted(Comparator.comparingDouble(Comparison::pValue))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Comparison next = sorted.get(i);
            if (next.pValue() > FAMILY_WISE_ERROR / (sorted.size() - i)) {
                break;
            }
            ranking.better[next.loser()]++;
            ranking.worse[next.winner()]++;
        }
        return ranking;
    }

    RankInterval of(int node) {
        return new RankInterval(1 + better[node], better.length - worse[node]);
    }

    private static Comparison compare(int one, NodeReport first, int other, NodeReport second) {
        double difference = 0;
        double variance = 0;
        int tasks = 0;
        for (TaskReport task : first.tasks()) {
            Estimate estimate = task.differenceTo(second.task(task.task()));
            if (estimate.n() >= 2) {
                difference += estimate.value();
                variance += estimate.standardError() * estimate.standardError();
                tasks++;
            }
        }
        return Comparison.of(one, other, tasks == 0 ? 0 : difference, Math.sqrt(variance));
    }

    /**
     * What is known about a pair.
     *
     * @param winner the one that is better in the data
     * @param loser the other one
     * @param pValue how probable as large a difference is between equals
     */
    record Comparison(int winner, int loser, double pValue) {

        /** Compares by a difference, first less second, and its standard error. */
        static Comparison of(int first, int second, double difference, double standardError) {
            double pValue = difference == 0 || Double.isNaN(difference) || Double.isNaN(standardError)
                    ? 1
                    : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(difference) / standardError);
            return difference > 0 ? new Comparison(first, second, pValue) : new Comparison(second, first, pValue);
        }
    }
}
