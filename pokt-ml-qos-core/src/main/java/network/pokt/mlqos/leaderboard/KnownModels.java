package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.pokt.mlqos.stats.Estimate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Published figures of models, against which a node is held: "this node behaves like ...". Immutable.
 *
 * <p>It says which models a node's scores do not exclude, and no more: models with like scores look alike here. Published figures
 * depend on prompts, few-shot examples and filters, so they are given a standard error of their own.
 */
public final class KnownModels {

    private final Map<String, Map<String, Double>> figures;
    private final double tolerance;

    private KnownModels(Map<String, Map<String, Double>> figures, double tolerance) {
        this.figures = figures;
        this.tolerance = tolerance;
    }

    /**
     * Returns known models.
     *
     * @param figures for each model its published score on each task, in the scale of the nodes' scores
     * @param tolerance the standard error of a published figure, in the same scale, such as 0.01; at least 0
     */
    public static KnownModels of(Map<String, Map<String, Double>> figures, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("A tolerance is 0 or more, got " + tolerance + ".");
        }
        Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
        figures.forEach((model, scores) -> copy.put(model, Map.copyOf(scores)));
        return new KnownModels(copy, tolerance);
    }

    /**
     * How well a node's scores fit a model's.
     *
     * @param model the model's name
     * @param tasks how many tasks both have
     * @param meanGap the mean of the node's scores less the model's
     * @param pValue how probable as bad a fit is for a node that runs the model; small values exclude it
     */
    public record Likeness(String model, int tasks, double meanGap, double pValue) {

        /** Below this a model is excluded: one true model in twenty is excluded in error. */
        private static final double EXCLUDED = 0.05;

        public boolean excluded() {
            return pValue < EXCLUDED;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %s on %d tasks: %+.3f on average, p = %.2g",
                    excluded() ? "unlike" : "like",
                    model,
                    tasks,
                    meanGap,
                    pValue);
        }
    }

    /**
     * Holds a node's scores against every model that shares a task with it, the best fit first.
     *
     * @param scores the node's scores by task, as {@link ResultTable#scores} has them
     */
    public List<Likeness> compare(Map<String, Estimate> scores) {
        List<Likeness> likenesses = new ArrayList<>();
        figures.forEach((model, published) -> {
            double chiSquare = 0;
            double gaps = 0;
            int tasks = 0;
            for (Map.Entry<String, Double> figure : published.entrySet()) {
                Estimate own = scores.get(figure.getKey());
                if (own != null && Double.isFinite(own.interval().width())) {
                    double gap = own.value() - figure.getValue();
                    double error = gap > 0
                            ? own.value() - own.interval().lower()
                            : own.interval().upper() - own.value();
                    chiSquare += gap * gap / (Math.pow(error / RedrawnWinRates.REACH, 2) + tolerance * tolerance);
                    gaps += gap;
                    tasks++;
                }
            }
            if (tasks > 0) {
                double pValue = Double.isNaN(chiSquare)
                        ? 1
                        : ChiSquaredDistribution.of(tasks).survivalProbability(chiSquare);
                likenesses.add(new Likeness(model, tasks, gaps / tasks, pValue));
            }
        });
        likenesses.sort(Comparator.comparingDouble(Likeness::pValue)
                .reversed()
                .thenComparingDouble(likeness -> Math.abs(likeness.meanGap())));
        return likenesses;
    }
}
