package network.pokt.mlqos.task;

import java.util.List;
import network.pokt.mlqos.stats.Estimate;

/**
 * What becomes of the items that many samples contribute to a measure: one number with its uncertainty. The seam for
 * measures that are no means. Implementations are immutable and thread-safe; equal ones summarise equally.
 */
public interface Summary {

    /** Returns the mean, by which most measures are summarised; its items are numbers. */
    static Summary mean() {
        return MeanSummary.MEAN;
    }

    /**
     * Returns a summary that needs all items at once, and so keeps them: the score of a corpus, a median, a correlation.
     *
     * @param name says which, also to {@code equals}: equal names summarise equally
     */
    static Summary ofCorpus(String name, OfAll function) {
        return new CorpusSummary(name, function);
    }

    /** What all items amount to. */
    @FunctionalInterface
    interface OfAll {

        /** Returns the estimate; there is at least one item, and they come in the order of their samples. */
        Estimate of(List<Object> items);
    }

    /** Returns a place for items, of one node; it is used under a lock. */
    Gathered gather();

    /** The items of one node so far. */
    interface Gathered {

        /**
         * Takes the item of one sample.
         *
         * @throws IllegalArgumentException if the summary cannot use such an item
         */
        void add(int sample, Object item);

        /** Returns what the items so far amount to. */
        Estimate estimate();

        /** Returns the estimate if there had been so many more samples of the worst possible item; none if there is none. */
        Estimate estimateWithFailures(long failures);
    }
}
