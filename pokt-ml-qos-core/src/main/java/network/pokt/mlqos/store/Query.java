package network.pokt.mlqos.store;

import java.time.Instant;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Which measurements to read, and in what order. Immutable; parts that are not said exclude nothing.
 *
 * <pre>{@code
 * Query query = Query.builder().node(node.id()).task("gsm8k").from(yesterday).newestFirst().limit(50).build();
 * }</pre>
 */
public final class Query {

    /** How many measurements a page holds if nobody says. */
    public static final int DEFAULT_LIMIT = 100;

    /** The largest page: what a reader can hold without a thought. */
    public static final int LARGEST_LIMIT = 10_000;

    private static final Query ALL = builder().build();

    private final @Nullable NodeId node;
    private final @Nullable String task;
    private final @Nullable String epoch;
    private final @Nullable Instant from;
    private final @Nullable Instant until;
    private final @Nullable Position after;
    private final boolean newestFirst;
    private final int limit;

    private Query(Builder builder) {
        this.node = builder.node;
        this.task = builder.task;
        this.epoch = builder.epoch;
        this.from = builder.from;
        this.until = builder.until;
        this.after = builder.after;
        this.newestFirst = builder.newestFirst;
        this.limit = builder.limit;
    }

    /** Returns the query for everything, oldest first, {@value #DEFAULT_LIMIT} a page. */
    public static Query all() {
        return ALL;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<NodeId> node() {
        return Optional.ofNullable(node);
    }

    public Optional<String> task() {
        return Optional.ofNullable(task);
    }

    public Optional<String> epoch() {
        return Optional.ofNullable(epoch);
    }

    /** Returns the first instant that is wanted. */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** Returns the first instant that is not wanted any more. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** Returns the place that the page begins behind. */
    public Optional<Position> after() {
        return Optional.ofNullable(after);
    }

    public boolean newestFirst() {
        return newestFirst;
    }

    public int limit() {
        return limit;
    }

    /** Returns the same query from another place on. */
    public Query after(Position place) {
        Builder next = new Builder();
        next.node = node;
        next.task = task;
        next.epoch = epoch;
        next.from = from;
        next.until = until;
        next.newestFirst = newestFirst;
        next.limit = limit;
        return next.after(place).build();
    }

    /** Says whether a measurement is among those wanted, whatever the page. */
    boolean wants(Measurement measurement) {
        return (node == null || measurement.node().equals(node))
                && (task == null || measurement.task().equals(task))
                && (epoch == null || epoch.equals(measurement.epoch().orElse(null)))
                && (from == null || !measurement.at().isBefore(from))
                && (until == null || measurement.at().isBefore(until));
    }

    /** Collects the parts of a query. Not thread-safe. */
    public static final class Builder {

        private @Nullable NodeId node;
        private @Nullable String task;
        private @Nullable String epoch;
        private @Nullable Instant from;
        private @Nullable Instant until;
        private @Nullable Position after;
        private boolean newestFirst;
        private int limit = DEFAULT_LIMIT;

        private Builder() {}

        public Builder node(NodeId node) {
            this.node = node;
            return this;
        }

        public Builder task(String task) {
            this.task = task;
            return this;
        }

        public Builder epoch(String epoch) {
            this.epoch = epoch;
            return this;
        }

        /** Wants measurements of this instant and later. */
        public Builder from(Instant from) {
            this.from = from;
            return this;
        }

        /** Wants measurements from before this instant. */
        public Builder until(Instant until) {
            this.until = until;
            return this;
        }

        /** Begins behind the place where another page of the same query ended. */
        public Builder after(Position after) {
            this.after = after;
            return this;
        }

        /** Turns the order around; oldest first otherwise. */
        public Builder newestFirst() {
            this.newestFirst = true;
            return this;
        }

        /**
         * Bounds the page.
         *
         * @throws IllegalArgumentException if it is not within 1 to {@value Query#LARGEST_LIMIT}
         */
        public Builder limit(int limit) {
            if (limit < 1 || limit > LARGEST_LIMIT) {
                throw new IllegalArgumentException("A page holds 1 to " + LARGEST_LIMIT + " measurements, got " + limit
                        + "; read further with after().");
            }
            this.limit = limit;
            return this;
        }

        public Query build() {
            return new Query(this);
        }
    }
}
