package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed about a success rate after having seen some trials: the distribution Beta(alpha, beta).
 *
 * <p>Starting from the flat prior Beta(1, 1), s successes in n trials lead to Beta(1 + s, 1 + n - s). Unlike a
 * confidence interval this answers the question that a gate asks: how probable is it that the rate is above x?
 *
 * <p>Source: Bowyer, Aitchison and Ivanova, "Position: Don't use the CLT in LLM evals with fewer than a few hundred
 * datapoints", arXiv 2503.01747. Cost: mean and update are arithmetic, a probability takes about a microsecond, a
 * credible interval some tens of microseconds.
 *
 * @param alpha one more than the successes under the flat prior; above 0
 * @param beta one more than the failures under the flat prior; above 0
 */
public record BetaPosterior(double alpha, double beta) {

    /** Refuses parameters that are not finite numbers above 0. */
    public BetaPosterior {
        if (!(alpha > 0 && beta > 0 && alpha < Double.POSITIVE_INFINITY && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Beta(" + alpha + ", " + beta + ") is no distribution: give two finite numbers above 0");
        }
    }

    /** The belief before any trial: every rate is as likely as any other. */
    public static BetaPosterior uniform() {
        return new BetaPosterior(1, 1);
    }

    /** The belief after so many successes in n trials, starting from {@link #uniform()}. */
    public static BetaPosterior of(long successes, long n) {
        return uniform().after(successes, n);
    }

    /**
     * This belief after so many more successes in n more trials.
     *
     * @throws IllegalArgumentException when successes is not within 0 to n
     */
    public BetaPosterior after(long successes, long n) {
        Counts.require(successes, n);
        return new BetaPosterior(alpha + successes, beta + (n - successes));
    }

    /** The expected rate; pulled towards the prior, so not quite the share of successes. */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** The range that holds the rate with 95 % probability. */
    public Interval credible() {
        return credible(Confidence.DEFAULT);
    }

    /** The range that holds the rate with probability {@code level}, the remainder split evenly to both sides. */
    public Interval credible(double level) {
        double tail = Confidence.tail(level);
        BetaDistribution belief = BetaDistribution.of(alpha, beta);
        return new Interval(belief.inverseCumulativeProbability(tail), belief.inverseSurvivalProbability(tail), level);
    }

    /** The probability that the rate is above x: 1 for x of 0 or less, 0 for x of 1 or more. */
    public double probabilityAbove(double x) {
        return BetaDistribution.of(alpha, beta).survivalProbability(x);
    }
}
