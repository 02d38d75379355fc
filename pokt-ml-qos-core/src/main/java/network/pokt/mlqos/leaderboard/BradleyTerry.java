package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;

/**
 * Strengths of which the differences are the log-odds of winning a duel (Bradley and Terry, Biometrika 39, 1952). Immutable.
 *
 * <p>The strengths are the most probable ones, found by Newton's method, with a normal prior of standard deviation
 * {@value #PRIOR_DEVIATION} that is felt only by nodes that won or lost everything, or that share no opponent: without it these
 * would have no finite strength. Their mean is 0. Intervals come from the curvature at the maximum and take duels for independent;
 * duels over the same items of more than two nodes are not quite, and their intervals are somewhat narrow.
 */
public final class BradleyTerry {

    private static final double PRIOR_DEVIATION = 10;
    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;

    private final Duels duels;
    private final double[] strengths;
    private final double[][] covariance;

    private BradleyTerry(Duels duels, double[] strengths, double[][] covariance) {
        this.duels = duels;
        this.strengths = strengths;
        this.covariance = covariance;
    }

    /** Finds the strengths behind duels. */
    public static BradleyTerry fit(Duels duels) {
        double[][] wins = duels.wins();
        int n = wins.length;
        double[] strengths = new double[n];
        double[][] inverse = new double[n][n];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[n];
            inverse = SymmetricInverse.of(curvature(wins, strengths, gradient));
            double longest = 0;
            for (int i = 0; i < n; i++) {
                double move = 0;
                for (int j = 0; j < n; j++) {
                    move += inverse[i][j] * gradient[j];
                }
                // From strengths of 0 the first steps could overshoot where somebody won nearly everything.
                move = Math.max(-1, Math.min(1, move));
                strengths[i] += move;
                longest = Math.max(longest, Math.abs(move));
            }
            if (longest < SMALLEST_STEP) {
                break;
            }
        }
        return new BradleyTerry(duels, centred(strengths), centred(inverse));
    }

    /** Fills in the gradient of the log posterior and returns its negative second derivatives. */
    private static double[][] curvature(double[][] wins, double[] strengths, double[] gradient) {
        int n = wins.length;
        double[][] curvature = new double[n][n];
        double prior = 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION);
        for (int i = 0; i < n; i++) {
            gradient[i] -= prior * strengths[i];
            curvature[i][i] += prior;
            for (int j = i + 1; j < n; j++) {
                double games = wins[i][j] + wins[j][i];
                double chance = logistic(strengths[i] - strengths[j]);
                double surplus = wins[i][j] - games * chance;
                double bend = games * chance * (1 - chance);
                gradient[i] += surplus;
                gradient[j] -= surplus;
                curvature[i][i] += bend;
                curvature[j][j] += bend;
                curvature[i][j] -= bend;
                curvature[j][i] -= bend;
            }
        }
        return curvature;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** The covariance of strengths less their mean: rows and columns are centred alike. */
    private static double[][] centred(double[][] matrix) {
        int n = matrix.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = centred(matrix[i]);
        }
        double[][] centred = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = rows[i][j];
            }
            column = centred(column);
            for (int i = 0; i < n; i++) {
                centred[i][j] = column[i];
            }
        }
        return centred;
    }

    /** Returns a node's strength in natural log-odds against the average node, with its 95 % interval. */
    public Estimate strength(NodeId node) {
        int i = duels.nodes().indexOf(node);
        if (i < 0) {
            throw new IllegalArgumentException("Node " + node + " is not among those of these duels.");
        }
        long n = duels.duelsOf(i);
        return n == 0 ? Estimate.none() : Estimate.ofStandardError(strengths[i], Math.sqrt(covariance[i][i]), n);
    }

    /** Returns how probable it is that one node wins a duel against another one. */
    public double winProbability(NodeId one, NodeId other) {
        return logistic(strength(one).value() - strength(other).value());
    }

    /** Returns the ranks that the duels do not exclude, of the nodes in their order, at a family-wise error of 5 %. */
    public List<RankInterval> ranks() {
        int n = strengths.length;
        List<Ranking.Comparison> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double variance = covariance[i][i] + covariance[j][j] - 2 * covariance[i][j];
                pairs.add(Ranking.Comparison.of(i, j, strengths[i] - strengths[j], Math.sqrt(variance)));
            }
        }
        Ranking ranking = Ranking.of(n, pairs);
        List<RankInterval> ranks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ranks.add(ranking.of(i));
        }
        return ranks;
    }
}
