package network.pokt.mlqos.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.transport.RelayRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request needs of a node. Immutable, compared by value; make one per kind of request and keep it, for what the router
 * prepares is kept under it.
 *
 * <pre>{@code
 * RouteNeeds needs = RouteNeeds.builder()
 *     .accuracy("mmlu", 0.6)                      // with 95 % confidence
 *     .firstToken(Duration.ofMillis(800))         // 95th percentile
 *     .build();
 * }</pre>
 */
public final class RouteNeeds {

    /** Needs nothing in particular. */
    public static final RouteNeeds ANY = builder().build();

    private final @Nullable String model;
    private final Set<String> capabilities;
    private final Map<String, Double> accuracy;
    private final RequestSize size;
    private final @Nullable BigDecimal maxCost;
    private final @Nullable Duration firstToken;
    private final Set<NodeId> allowedNodes;
    private final Set<NodeId> deniedNodes;
    private final Set<String> allowedOperators;
    private final Set<String> deniedOperators;
    private final List<NodeId> preferences;
    private final Duration deadline;
    private final int hash;

    private RouteNeeds(Builder builder) {
        model = builder.model;
        capabilities = Set.copyOf(builder.capabilities);
        accuracy = Map.copyOf(builder.accuracy);
        size = builder.size;
        maxCost = builder.maxCost;
        firstToken = builder.firstToken;
        allowedNodes = Set.copyOf(builder.allowedNodes);
        deniedNodes = Set.copyOf(builder.deniedNodes);
        allowedOperators = Set.copyOf(builder.allowedOperators);
        deniedOperators = Set.copyOf(builder.deniedOperators);
        preferences = builder.preferences;
        deadline = builder.deadline;
        hash = parts().hashCode();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the model that a node has to claim, if it matters. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    public Set<String> capabilities() {
        return capabilities;
    }

    /** Returns the tasks that matter, each with the least accuracy that the lower end of its interval has to reach. */
    public Map<String, Double> accuracy() {
        return accuracy;
    }

    /** Returns the size that nodes are compared for where no request is at hand. */
    public RequestSize size() {
        return size;
    }

    /** Returns the most that the request may be expected to cost, in the currency of the nodes' rates. */
    public Optional<BigDecimal> maxCost() {
        return Optional.ofNullable(maxCost);
    }

    /** Returns what the 95th percentile of the time to first token must not exceed, if anything. */
    public Optional<Duration> firstToken() {
        return Optional.ofNullable(firstToken);
    }

    /** Returns the nodes to choose from; empty means all. */
    public Set<NodeId> allowedNodes() {
        return allowedNodes;
    }

    public Set<NodeId> deniedNodes() {
        return deniedNodes;
    }

    /** Returns the operators to choose from; empty means all. */
    public Set<String> allowedOperators() {
        return allowedOperators;
    }

    public Set<String> deniedOperators() {
        return deniedOperators;
    }

    /** Returns the nodes to try first, in this order, as long as they meet the needs and are not benched. */
    public List<NodeId> preferences() {
        return preferences;
    }

    /** Returns how long the request may take with all retries. */
    public Duration deadline() {
        return deadline;
    }

    private List<Object> parts() {
        return List.of(
                model(),
                capabilities,
                accuracy,
                size,
                maxCost(),
                firstToken(),
                allowedNodes,
                deniedNodes,
                allowedOperators,
                deniedOperators,
                preferences,
                deadline);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return (this == other)
                || (other instanceof RouteNeeds needs && hash == needs.hash && parts().equals(needs.parts()));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Collects needs; whatever is left out does not matter. Not thread-safe. */
    public static final class Builder {

        private @Nullable String model;
        private final Set<String> capabilities = new HashSet<>();
        private final Map<String, Double> accuracy = new TreeMap<>();
        private RequestSize size = RequestSize.USUAL;
        private @Nullable BigDecimal maxCost;
        private @Nullable Duration firstToken;
        private final Set<NodeId> allowedNodes = new HashSet<>();
        private final Set<NodeId> deniedNodes = new HashSet<>();
        private final Set<String> allowedOperators = new HashSet<>();
        private final Set<String> deniedOperators = new HashSet<>();
        private List<NodeId> preferences = List.of();
        private Duration deadline = RelayRequest.DEFAULT_TIMEOUT;

        private Builder() {}

        public Builder model(String model) {
            this.model = model;
            return this;
        }

        public Builder capability(String capability) {
            capabilities.add(capability);
            return this;
        }

        /** Demands that the lower end of the 95 % interval on {@code task} is at least this; 0 only lets the task count. */
        public Builder accuracy(String task, double atLeast) {
            if (!(atLeast >= 0 && atLeast <= 1)) {
                throw new IllegalArgumentException(
                        "The accuracy on " + task + " lies within 0 to 1, got " + atLeast + ".");
            }
            accuracy.put(task, atLeast);
            return this;
        }

        public Builder size(RequestSize size) {
            this.size = size;
            return this;
        }

        public Builder maxCost(BigDecimal maxCost) {
            if (maxCost.signum() < 0) {
                throw new IllegalArgumentException("The highest cost cannot be negative, got " + maxCost + ".");
            }
            this.maxCost = maxCost.stripTrailingZeros();
            return this;
        }

        /** Sets what the 95th percentile of the time to first token must not exceed; unmeasured nodes are refused. */
        public Builder firstToken(Duration slowest) {
            this.firstToken = positive("first token", slowest);
            return this;
        }

        public Builder allow(NodeId... nodes) {
            allowedNodes.addAll(List.of(nodes));
            return this;
        }

        public Builder deny(NodeId... nodes) {
            deniedNodes.addAll(List.of(nodes));
            return this;
        }

        public Builder allowOperators(String... operators) {
            allowedOperators.addAll(List.of(operators));
            return this;
        }

        public Builder denyOperators(String... operators) {
            deniedOperators.addAll(List.of(operators));
            return this;
        }

        /** Sets the nodes to try first; the rest is chosen from as usual when none of them will do. */
        public Builder prefer(NodeId... nodes) {
            this.preferences = List.of(nodes);
            return this;
        }

        /** Sets how long the request may take with all retries; two minutes by default. */
        public Builder deadline(Duration deadline) {
            this.deadline = positive("deadline", deadline);
            return this;
        }

        public RouteNeeds build() {
            return new RouteNeeds(this);
        }

        private static Duration positive(String what, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("The " + what + " must be positive, got " + value + ".");
            }
            return value;
        }
    }
}
