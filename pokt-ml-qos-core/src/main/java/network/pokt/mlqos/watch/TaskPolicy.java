package network.pokt.mlqos.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * How one task is kept fresh. Immutable.
 *
 * <pre>{@code
 * TaskPolicy.builder().samples(50, 100).schedule(Schedule.about(Duration.ofMinutes(20))).batch(5)
 *     .requires(Requirement.passed("liveness", 0.8, 10))
 *     .allocation(Allocation.forRanks())
 *     .build();
 * }</pre>
 */
public final class TaskPolicy {

    private final int minimum;
    private final int maximum;
    private final int batch;
    private final int refresh;
    private final Schedule schedule;
    private final List<Requirement> requirements;
    private final Allocation allocation;

    private TaskPolicy(Builder builder) {
        minimum = builder.minimum;
        maximum = builder.maximum;
        batch = builder.batch;
        refresh = builder.refresh;
        schedule = builder.schedule;
        requirements = List.copyOf(builder.requirements);
        allocation = builder.allocation;
    }

    /** Begins a policy of 50 to 100 samples, five at a time, as soon as there is need, without requirements. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how many samples every node gets, whatever it looks like. */
    public int minimum() {
        return minimum;
    }

    /** Returns how many samples a node gets at most at a time: in its window, and of fresh items in an epoch. */
    public int maximum() {
        return maximum;
    }

    /** Returns the most samples of one errand; a node has one errand for a task at a time. */
    public int batch() {
        return batch;
    }

    /** Returns how many samples each turn of the schedule asks of a node that needs none. */
    public int refresh() {
        return refresh;
    }

    /** Returns how much has to pass between two errands to the same node. */
    public Schedule schedule() {
        return schedule;
    }

    /** Returns what has to be known of a node first, all of it. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** Returns who gets the samples between minimum and maximum. */
    public Allocation allocation() {
        return allocation;
    }

    /** Collects a policy. Not thread-safe. */
    public static final class Builder {

        private final List<Requirement> requirements = new ArrayList<>();
        private int minimum = 50;
        private int maximum = 100;
        private int batch = 5;
        private int refresh;
        private Schedule schedule = Schedule.always();
        private Allocation allocation = Allocation.even();

        private Builder() {}

        /** Sets the fewest and the most samples of a node, 50 and 100 by default. */
        public Builder samples(int minimum, int maximum) {
            if (minimum < 1 || maximum < minimum) {
                throw new IllegalArgumentException(
                        "Samples need 1 <= minimum <= maximum, got " + minimum + " and " + maximum + ".");
            }
            this.minimum = minimum;
            this.maximum = maximum;
            return this;
        }

        /** Sets the most samples of one errand, 5 by default. */
        public Builder batch(int batch) {
            this.batch = atLeast(1, "batch", batch);
            return this;
        }

        /** Sets how many fresh samples each turn of the schedule asks of a node that needs none, 0 by default. */
        public Builder refresh(int refresh) {
            this.refresh = atLeast(0, "refresh", refresh);
            return this;
        }

        /** Sets how much has to pass between two errands to the same node, nothing by default. */
        public Builder schedule(Schedule schedule) {
            this.schedule = schedule;
            return this;
        }

        /** Adds something that has to be known of a node first. */
        public Builder requires(Requirement requirement) {
            requirements.add(requirement);
            return this;
        }

        /** Sets who gets the samples between minimum and maximum, {@link Allocation#even()} by default. */
        public Builder allocation(Allocation allocation) {
            this.allocation = allocation;
            return this;
        }

        /** Returns the policy. */
        public TaskPolicy build() {
            return new TaskPolicy(this);
        }

        private static int atLeast(int least, String what, int value) {
            if (value < least) {
                throw new IllegalArgumentException(
                        "The " + what + " of a task must be at least " + least + ", got " + value + ".");
            }
            return value;
        }
    }
}
