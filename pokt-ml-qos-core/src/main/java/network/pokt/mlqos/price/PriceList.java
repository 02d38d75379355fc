package network.pokt.mlqos.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/**
 * What models, services and single nodes charge. Immutable.
 *
 * <p>A node's price is the one that was set for it, else that of its service, else that of the model it claims.
 *
 * <pre>{@code
 * PriceList prices = PriceList.liteLlm(Path.of("model_prices_and_context_window.json"));
 * prices.model("gpt-4o-mini").orElseThrow().rate().cost(1, 1_000, 200);     // 0.00027 USD, exact
 * }</pre>
 */
public final class PriceList {

    private final Map<String, ModelPrice> models;
    private final Map<String, ModelPrice> services;
    private final Map<NodeId, ModelPrice> nodes;

    private PriceList(Builder builder) {
        this.models = Map.copyOf(builder.models);
        this.services = Map.copyOf(builder.services);
        this.nodes = Map.copyOf(builder.nodes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a list in LiteLLM's format ({@code model_prices_and_context_window.json}), in US dollars.
     *
     * <p>Read are the prices per token and per request, those above a threshold of prompt tokens, those per image and per
     * pixel with the size and steps that a name begins with ({@code 512-x-512/50-steps/...}), and the limits of tokens. Prices
     * of audio, video, searches, caches and batches are passed over. A model without any price that is read is left out.
     *
     * @throws IOException if the file cannot be read
     * @throws PriceListException if it is not such a list
     */
    public static PriceList liteLlm(Path file) throws IOException {
        return liteLlm(Files.readAllBytes(file));
    }

    /** Reads such a list from the bytes of its JSON; see {@link #liteLlm(Path)}. */
    public static PriceList liteLlm(byte[] json) {
        Builder list = builder();
        new LiteLlmPrices().read(json).forEach(list::model);
        return list.build();
    }

    /** Returns the price of a model by its exact name. */
    public Optional<ModelPrice> model(String model) {
        return Optional.ofNullable(models.get(model));
    }

    /** Returns what a node charges, if the list knows. */
    public Optional<ModelPrice> of(Node node) {
        return Optional.ofNullable(nodes.get(node.id()))
                .or(() -> Optional.ofNullable(services.get(node.id().service())))
                .or(() -> node.model().flatMap(this::model));
    }

    /** Returns the rate of a node as an evaluation takes it; a node that the list does not know is refused. */
    public Rate rate(Node node) {
        return of(node).orElseThrow(() -> new IllegalArgumentException("There is no price for node " + node
                        + ", its service or its model " + node.model().orElse("(not told)")
                        + ", add one to the price list."))
                .rate();
    }

    /** Returns the names of the models in the list. */
    public Set<String> models() {
        return models.keySet();
    }

    /** Collects prices; a later one for the same name replaces the earlier. Not thread-safe. */
    public static final class Builder {

        private final Map<String, ModelPrice> models = new LinkedHashMap<>();
        private final Map<String, ModelPrice> services = new LinkedHashMap<>();
        private final Map<NodeId, ModelPrice> nodes = new LinkedHashMap<>();

        private Builder() {}

        /** Takes over all prices of another list. */
        public Builder all(PriceList list) {
            models.putAll(list.models);
            services.putAll(list.services);
            nodes.putAll(list.nodes);
            return this;
        }

        public Builder model(String model, ModelPrice price) {
            models.put(model, price);
            return this;
        }

        public Builder service(String service, ModelPrice price) {
            services.put(service, price);
            return this;
        }

        public Builder node(NodeId node, ModelPrice price) {
            nodes.put(node, price);
            return this;
        }

        public PriceList build() {
            return new PriceList(this);
        }
    }
}
