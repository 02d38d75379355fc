package network.pokt.mlqos.route;

import java.time.Duration;

/**
 * When a node is benched and how it comes back.
 *
 * @param firstBench how long the first time on the bench is; each further one is twice as long
 * @param longestBench the longest time on the bench
 * @param comeback how many answers in a row end the trial after the bench
 * @param rampAnswers over how many answers a new or returning node grows to its full weight
 * @param mostBenched the largest share of the nodes that may be on the bench at once, within 0 to 1
 */
public record HealthRule(
        Duration firstBench, Duration longestBench, int comeback, int rampAnswers, double mostBenched) {

    /** Half a minute to ten minutes, five answers, ten answers, half of the nodes. */
    public static final HealthRule DEFAULT = new HealthRule(Duration.ofSeconds(30), Duration.ofMinutes(10), 5, 10, 0.5);

    public HealthRule {
        if (firstBench.isNegative() || firstBench.isZero() || longestBench.compareTo(firstBench) < 0) {
            throw new IllegalArgumentException(
                    "The bench needs a positive time, the first no longer than the longest, got " + firstBench + " and "
                            + longestBench + ".");
        }
        if (comeback < 1 || rampAnswers < 1 || !(mostBenched >= 0 && mostBenched <= 1)) {
            throw new IllegalArgumentException(
                    "A comeback and a ramp need at least 1 answer and the benched share lies within 0 to 1, got "
                            + comeback + ", " + rampAnswers + " and " + mostBenched + ".");
        }
    }
}
