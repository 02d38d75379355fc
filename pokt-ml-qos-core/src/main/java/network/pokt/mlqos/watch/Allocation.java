package network.pokt.mlqos.watch;

import java.util.Arrays;
import network.pokt.mlqos.stats.Estimate;

/**
 * Decides which of several comparable nodes get more samples than the minimum. Implementations are pure and thread-safe.
 *
 * <p>Evenly spread samples settle what is clear over and over and leave what is close unsettled. The other two follow optimal
 * computing budget allocation: a node deserves samples in proportion to its variance over the square of its distance from
 * where the decision would turn (Chen, Lin, Yucesan and Chick, "Simulation budget allocation for further enhancing the
 * efficiency of ordinal optimization", Discrete Event Dynamic Systems 10, 2000), and none once its decision is settled.
 */
@FunctionalInterface
public interface Allocation {

    /**
     * Returns how urgent more samples are for each node: 0 if they would decide nothing, otherwise the larger the sooner.
     *
     * @param accuracies what is known of each node on one task
     */
    double[] urgencies(Estimate[] accuracies);

    /** Everybody is treated alike: those with the fewest samples come first. */
    static Allocation even() {
        return accuracies -> Arrays.stream(accuracies)
                .mapToDouble(accuracy -> 1.0 / (1 + accuracy.n()))
                .toArray();
    }

    /** More samples for nodes of which it is open whether they are above {@code threshold}, see {@link Turning}. */
    static Allocation forThreshold(double threshold) {
        return forThreshold(threshold, Turning.DEFAULT);
    }

    /** More samples for nodes of which it is open whether they are above {@code threshold}. */
    static Allocation forThreshold(double threshold, Turning turning) {
        return new ThresholdAllocation(threshold, turning);
    }

    /** More samples for nodes that cannot be told from the next better or the next worse one, see {@link Turning}. */
    static Allocation forRanks() {
        return forRanks(Turning.DEFAULT);
    }

    /** More samples for nodes that cannot be told from the next better or the next worse one. */
    static Allocation forRanks(Turning turning) {
        return new RankAllocation(turning);
    }
}
