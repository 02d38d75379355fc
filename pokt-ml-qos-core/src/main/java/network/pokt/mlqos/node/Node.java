package network.pokt.mlqos.node;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One node as it presents itself: where it is reached, who runs it and which model it claims to serve.
 *
 * <p>Nothing in here is measured and nothing is believed. Two nodes are the same when their {@link #id()} is.
 */
public final class Node {

    private final NodeId id;
    private final URI endpoint;
    private final @Nullable String operator;
    private final @Nullable String model;

    private Node(Builder builder) {
        this.id = builder.id;
        this.endpoint = builder.endpoint;
        this.operator = builder.operator;
        this.model = builder.model;
    }

    /** Returns a node outside Pocket, reached at {@code endpoint}, which claims to serve {@code model}. */
    public static Node at(URI endpoint, String model) {
        return builder(NodeId.external(endpoint), endpoint).model(model).build();
    }

    /** Begins a node with its two required parts. */
    public static Builder builder(NodeId id, URI endpoint) {
        return new Builder(id, endpoint);
    }

    public NodeId id() {
        return id;
    }

    /** Returns the absolute http or https address that request paths are appended to. */
    public URI endpoint() {
        return endpoint;
    }

    /** Returns who runs the node, where known; nodes of one operator may fail together. */
    public Optional<String> operator() {
        return Optional.ofNullable(operator);
    }

    /** Returns the model name that the node claims and that requests to it carry. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && node.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id.toString();
    }

    /** Collects the parts of a node. Not thread-safe. */
    public static final class Builder {

        private final NodeId id;
        private final URI endpoint;
        private @Nullable String operator;
        private @Nullable String model;

        private Builder(NodeId id, URI endpoint) {
            String scheme = endpoint.getScheme();
            if (endpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException("Node " + id + " has the endpoint '" + endpoint
                        + "', which is not an absolute http or https address such as https://host:8000.");
            }
            this.id = id;
            this.endpoint = endpoint;
        }

        public Builder operator(String operator) {
            this.operator = operator;
            return this;
        }

        public Builder model(String model) {
            this.model = model;
            return this;
        }

        public Node build() {
            return new Node(this);
        }
    }
}
