package network.pokt.mlqos.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.task.Task;

/**
 * How a fleet is kept under watch: which tasks by which policy, and the limits over all of them. Immutable.
 *
 * <pre>{@code
 * WatchPolicy.builder(privateSeed)
 *     .task(liveness, TaskPolicy.builder().samples(10, 20).schedule(Schedule.everySessions(1)).build())
 *     .task(gsm8k, TaskPolicy.builder().requires(Requirement.passed("liveness", 0.8, 10)).build())
 *     .perHour(Budget.builder().relays(10_000).build())
 *     .build();
 * }</pre>
 */
public final class WatchPolicy {

    private final long seed;
    private final List<Watched> tasks;
    private final Duration tick;
    private final Duration epoch;
    private final Duration reread;
    private final Duration forgetAfter;
    private final int perNode;
    private final int inAll;
    private final Budget perHour;

    private WatchPolicy(Builder builder) {
        seed = builder.seed;
        tasks = List.copyOf(builder.tasks);
        tick = builder.tick;
        epoch = builder.epoch;
        reread = builder.reread;
        forgetAfter = builder.forgetAfter;
        perNode = builder.perNode;
        inAll = builder.inAll;
        perHour = builder.perHour;
    }

    /**
     * Begins a policy.
     *
     * @param seed decides which items are asked and when; whoever knows it knows what comes, so it is not to be published
     */
    public static Builder builder(long seed) {
        return new Builder(seed);
    }

    long seed() {
        return seed;
    }

    /** Returns the tasks with their policies; where several are equally due the order says nothing. */
    public List<Watched> tasks() {
        return tasks;
    }

    /** Returns how long it takes on average from one look at what is due to the next. */
    public Duration tick() {
        return tick;
    }

    /** Returns how long all nodes are asked the same items, until fresh ones come. */
    public Duration epoch() {
        return epoch;
    }

    /** Returns how old what is remembered of a profile may be; an errand that ends is seen at once. */
    public Duration reread() {
        return reread;
    }

    /** Returns after how long an absent node is forgotten. */
    public Duration forgetAfter() {
        return forgetAfter;
    }

    /** Returns the most samples under way at one node. */
    public int perNode() {
        return perNode;
    }

    /** Returns the most samples under way at all nodes. */
    public int inAll() {
        return inAll;
    }

    /** Returns the most that is spent in any 60 minutes. */
    public Budget perHour() {
        return perHour;
    }

    /** Returns the number of the epoch that a moment lies in. */
    long epochOf(Moment now) {
        return Math.floorDiv(now.time().toEpochMilli(), epoch.toMillis());
    }

    /**
     * A task with its policy.
     *
     * @param task what is asked
     * @param policy how it is kept fresh
     */
    public record Watched(Task task, TaskPolicy policy) {

        /** Returns how many different items a node may be asked in one epoch. */
        int itemsPerEpoch() {
            return Math.min(policy.maximum(), task.size());
        }
    }

    /** Collects a policy. Not thread-safe. */
    public static final class Builder {

        private final long seed;
        private final List<Watched> tasks = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private Duration tick = Duration.ofMinutes(1);
        private Duration epoch = Duration.ofDays(1);
        private Duration reread = Duration.ofMinutes(10);
        private Duration forgetAfter = Duration.ofDays(32);
        private int perNode = 5;
        private int inAll = 256;
        private Budget perHour = Budget.unlimited();

        private Builder(long seed) {
            this.seed = seed;
        }

        /** Adds a task. */
        public Builder task(Task task, TaskPolicy policy) {
            if (task.size() == 0) {
                throw new IllegalArgumentException(
                        "Task " + task.name() + " has no documents to ask, check its data files.");
            }
            if (!names.add(task.name())) {
                throw new IllegalArgumentException("Task " + task.name() + " is given twice, remove one of the two.");
            }
            tasks.add(new Watched(task, policy));
            return this;
        }

        /** Sets the mean time between two looks at what is due, a minute by default; each is random. */
        public Builder tick(Duration tick) {
            this.tick = positive("tick", tick);
            return this;
        }

        /** Sets how long all nodes are asked the same items, a day by default. */
        public Builder epoch(Duration epoch) {
            this.epoch = positive("epoch", epoch);
            return this;
        }

        /** Sets how old what is remembered of a profile may be, 10 minutes by default. */
        public Builder reread(Duration reread) {
            this.reread = positive("age of what is remembered", reread);
            return this;
        }

        /** Sets after how long an absent node is forgotten, 32 days by default. */
        public Builder forgetAfter(Duration absence) {
            this.forgetAfter = positive("time until a node is forgotten", absence);
            return this;
        }

        /** Sets the most samples under way at one node, 5 by default, and at all nodes, 256 by default. */
        public Builder inFlight(int perNode, int inAll) {
            if (perNode < 1 || inAll < 1) {
                throw new IllegalArgumentException("At least 1 sample has to be let under way, got " + perNode
                        + " per node and " + inAll + " in all.");
            }
            this.perNode = perNode;
            this.inAll = inAll;
            return this;
        }

        /** Sets the most that is spent in any 60 minutes, no limit by default. */
        public Builder perHour(Budget perHour) {
            this.perHour = perHour;
            return this;
        }

        /**
         * Returns the policy.
         *
         * @throws IllegalArgumentException if there is no task
         */
        public WatchPolicy build() {
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("A watch needs at least one task, add it with task(task, policy).");
            }
            return new WatchPolicy(this);
        }

        private static Duration positive(String what, Duration value) {
            if (value.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "The " + what + " of a watch must be at least 1 ms, got " + value + ".");
            }
            return value;
        }
    }
}
