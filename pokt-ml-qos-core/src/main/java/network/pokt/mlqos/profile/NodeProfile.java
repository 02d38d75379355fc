package network.pokt.mlqos.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about one node at one moment, with its uncertainty. Immutable.
 *
 * <pre>{@code
 * NodeProfile profile = book.of(node.id()).orElseThrow();
 * profile.accuracy("gsm8k");       // 0.62, 95 % interval 0.48..0.74, n = 50; failures count as wrong
 * profile.reliability();           // share of relays that were answered
 * profile.trust();                 // TRUSTED, UNPROVEN or SUSPECT
 * }</pre>
 */
public final class NodeProfile {

    private final NodeId node;
    private final Instant asOf;
    private final Map<String, TaskProfile> byTask;
    private final Estimate reliability;
    private final Map<FaultCause, Long> faults;
    private final Trust trust;
    private final @Nullable Estimate overbillRatio;
    private final List<Alarm> alarms;
    private final @Nullable LatencyPercentiles firstToken;
    private final @Nullable LatencyPercentiles perOutputToken;
    private final @Nullable LatencyPercentiles total;
    private final LengthFit lengthFit;
    private final Spend spend;

    private NodeProfile(Builder builder) {
        node = builder.node;
        asOf = builder.asOf;
        byTask = Map.copyOf(builder.byTask);
        reliability = builder.reliability;
        faults = Map.copyOf(builder.faults);
        trust = builder.trust;
        overbillRatio = builder.overbillRatio;
        alarms = List.copyOf(builder.alarms);
        firstToken = builder.firstToken;
        perOutputToken = builder.perOutputToken;
        total = builder.total;
        lengthFit = builder.lengthFit;
        spend = builder.spend;
    }

    /** Begins the profile of {@code node} at {@code asOf}: nothing measured, unproven. */
    public static Builder builder(NodeId node, Instant asOf) {
        return new Builder(node, asOf);
    }

    /** Returns whose profile this is. */
    public NodeId node() {
        return node;
    }

    /** Returns the moment at which this was believed; what had expired by then is not in here. */
    public Instant asOf() {
        return asOf;
    }

    /** Returns the tasks of which there is a sample, in alphabetical order. */
    public Set<String> tasks() {
        return new TreeSet<>(byTask.keySet());
    }

    /** Returns everything about one task, empty if there is no sample of it. */
    public Optional<TaskProfile> task(String task) {
        return Optional.ofNullable(byTask.get(task));
    }

    /** Returns the mean score on {@code task}, where every failure that is not ours counts as wrong. */
    public Optional<Estimate> accuracy(String task) {
        return task(task).map(TaskProfile::accuracy);
    }

    /** Returns the mean score on {@code task} over answered samples alone, empty if none was answered. */
    public Optional<Estimate> accuracyOfAnswered(String task) {
        return task(task).map(TaskProfile::ofAnswered).filter(estimate -> estimate.n() > 0);
    }

    /** Returns the share of relays that were answered; failures that are ours are left out. n is 0 before the first relay. */
    public Estimate reliability() {
        return reliability;
    }

    /** Returns how many relays failed for each cause, ours included. */
    public Map<FaultCause, Long> faults() {
        return faults;
    }

    /** Returns whether the node is believed to be what it claims. */
    public Trust trust() {
        return trust;
    }

    /**
     * Returns claimed tokens over tokens that were delivered: 1 is honest, 1.2 bills a fifth too much. Empty where nothing was
     * recounted.
     */
    public Optional<Estimate> overbillRatio() {
        return Optional.ofNullable(overbillRatio);
    }

    /** Returns the alarms that stand against the node. */
    public List<Alarm> alarms() {
        return alarms;
    }

    /** Returns the time to first token (TTFT) of streamed answers. */
    public Optional<LatencyPercentiles> firstToken() {
        return Optional.ofNullable(firstToken);
    }

    /** Returns the time per output token (TPOT) of streamed answers. */
    public Optional<LatencyPercentiles> perOutputToken() {
        return Optional.ofNullable(perOutputToken);
    }

    /** Returns the time from sending to the last byte of answers of any length. */
    public Optional<LatencyPercentiles> total() {
        return Optional.ofNullable(total);
    }

    /**
     * Returns how long an answer of this size is expected to take, so that nodes that were asked different things compare.
     *
     * @param promptTokens tokens of the prompt, 0 or more
     * @param outputTokens tokens of the answer, 0 or more
     * @return empty where the lengths of earlier answers are not known
     */
    public Optional<Duration> expected(long promptTokens, long outputTokens) {
        return lengthFit.expected(promptTokens, outputTokens);
    }

    /** Returns what measuring the node has cost: relays and claimed tokens, since it is known. */
    public Spend spend() {
        return spend;
    }

    @Override
    public String toString() {
        return node + " as of " + asOf + ": " + trust + ", reliability " + reliability + ", " + byTask.size()
                + " tasks";
    }

    /** Collects a profile; every part may be left out. Not thread-safe. */
    public static final class Builder {

        private final NodeId node;
        private final Instant asOf;
        private final Map<String, TaskProfile> byTask = new TreeMap<>();
        private Estimate reliability = Estimate.none();
        private Map<FaultCause, Long> faults = Map.of();
        private Trust trust = Trust.UNPROVEN;
        private @Nullable Estimate overbillRatio;
        private final List<Alarm> alarms = new ArrayList<>();
        private @Nullable LatencyPercentiles firstToken;
        private @Nullable LatencyPercentiles perOutputToken;
        private @Nullable LatencyPercentiles total;
        private LengthFit lengthFit = LengthFit.UNKNOWN;
        private Spend spend = Spend.NONE;

        private Builder(NodeId node, Instant asOf) {
            this.node = node;
            this.asOf = asOf;
        }

        /** Sets what is known of one task. */
        public Builder task(String task, TaskProfile profile) {
            byTask.put(task, profile);
            return this;
        }

        /** Sets the accuracy of one task of which every sample was answered, enough of them to be relied on. */
        public Builder accuracy(String task, Estimate accuracy) {
            return task(task, new TaskProfile(accuracy, accuracy, asOf, true));
        }

        /** Sets the accuracy of one task, with failures counted as wrong and of answered samples alone. */
        public Builder accuracy(String task, Estimate accuracy, Estimate ofAnswered) {
            return task(task, new TaskProfile(accuracy, ofAnswered, asOf, true));
        }

        /** Sets the share of relays that were answered. */
        public Builder reliability(Estimate reliability) {
            this.reliability = reliability;
            return this;
        }

        /** Sets how many relays failed for each cause. */
        public Builder faults(Map<FaultCause, Long> faults) {
            this.faults = faults;
            return this;
        }

        /** Sets the trust, {@link Trust#UNPROVEN} by default; it does not follow from the alarms by itself. */
        public Builder trust(Trust trust) {
            this.trust = trust;
            return this;
        }

        /** Sets claimed over delivered tokens. */
        public Builder overbillRatio(Estimate ratio) {
            this.overbillRatio = ratio;
            return this;
        }

        /** Adds an alarm. */
        public Builder alarm(Alarm alarm) {
            alarms.add(alarm);
            return this;
        }

        /** Sets the time to first token. */
        public Builder firstToken(LatencyPercentiles percentiles) {
            this.firstToken = percentiles;
            return this;
        }

        /** Sets the time per output token. */
        public Builder perOutputToken(LatencyPercentiles percentiles) {
            this.perOutputToken = percentiles;
            return this;
        }

        /** Sets the time of whole answers. */
        public Builder total(LatencyPercentiles percentiles) {
            this.total = percentiles;
            return this;
        }

        /** Sets how latency grows with lengths. */
        public Builder lengthFit(LengthFit fit) {
            this.lengthFit = fit;
            return this;
        }

        /** Sets what measuring the node has cost. */
        public Builder spend(Spend spend) {
            this.spend = spend;
            return this;
        }

        /** Returns the profile; the builder may be used on. */
        public NodeProfile build() {
            return new NodeProfile(this);
        }
    }
}
