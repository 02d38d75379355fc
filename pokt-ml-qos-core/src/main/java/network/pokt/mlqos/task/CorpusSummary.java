package network.pokt.mlqos.task;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import network.pokt.mlqos.stats.Estimate;
import org.jspecify.annotations.Nullable;

/** A function of all items in the order of their samples, which are kept for it. */
final class CorpusSummary implements Summary {

    private final String name;
    private final OfAll function;

    CorpusSummary(String name, OfAll function) {
        this.name = name;
        this.function = function;
    }

    @Override
    public Gathered gather() {
        return new Items(function);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CorpusSummary summary && name.equals(summary.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Items implements Gathered {

        private final OfAll function;
        private final SortedMap<Integer, Object> items = new TreeMap<>();
        private @Nullable Estimate known;

        Items(OfAll function) {
            this.function = function;
        }

        @Override
        public void add(int sample, Object item) {
            items.put(sample, item);
            known = null;
        }

        /** Asked for again and again, but costly: a bootstrap takes seconds. */
        @Override
        public Estimate estimate() {
            Estimate estimate = known;
            if (estimate == null) {
                estimate = items.isEmpty() ? Estimate.none() : function.of(List.copyOf(items.values()));
                known = estimate;
            }
            return estimate;
        }

        @Override
        public Estimate estimateWithFailures(long failures) {
            return failures == 0 ? estimate() : Estimate.none();
        }
    }
}
