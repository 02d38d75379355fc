package network.pokt.mlqos;

import java.util.function.Function;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.inference.InferenceRequest;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Quote;
import network.pokt.mlqos.price.Quoter;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.route.NodeFacts;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.QosRouterBuilder;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * The front door: what a program that measures nodes says once, so that it need not say it at each evaluation.
 *
 * <pre>{@code
 * MlQos qos = MlQos.builder()
 *     .transport(OpenAiHttpTransport.create())
 *     .nodes(NodeDirectory.of(nodeA, nodeB))
 *     .api(ModelApi.completions().build())
 *     .build();
 *
 * EvaluationReport report = qos.evaluate(Lmeh.gsm8k(data)).samples(50).seed(7).run();
 * report.of(nodeA).score("exact_match");    // 0.62, 95 % interval 0.48..0.74, n = 50
 * }</pre>
 *
 * <p>Immutable and thread-safe. It owns nothing: closing the transport stays with whoever made it.
 */
public final class MlQos {

    private final RelayTransport transport;
    private final NodeDirectory nodes;
    private final Function<Node, ModelApi> apis;
    private final Function<Node, Rate> rates;
    private final @Nullable Function<Node, Quoter> quoters;
    private final TimeSource time;

    private MlQos(Builder builder, RelayTransport transport, NodeDirectory nodes, Function<Node, ModelApi> apis) {
        this.transport = transport;
        this.nodes = nodes;
        this.apis = apis;
        this.rates = builder.rates;
        this.quoters = builder.quoters;
        this.time = builder.time;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Begins an evaluation of these tasks on the nodes of the directory. */
    public Evaluation evaluate(Task... tasks) {
        return Evaluation.of(tasks)
                .transport(transport)
                .nodes(nodes)
                .apis(apis)
                .rates(rates)
                .time(time);
    }

    /**
     * Returns what a call will cost at a node, before it is sent: tokens, money and, where declared, compute units.
     *
     * @throws IllegalStateException if no quoters were set
     * @throws IllegalArgumentException if nothing bounds the answer, or the prompt is more than the service takes
     */
    public Quote quote(InferenceRequest request, Node node) {
        if (quoters == null) {
            throw new IllegalStateException(
                    "Quotes need a price and a token counter for each node; set them with quoters(...).");
        }
        return quoters.apply(node).quote(request);
    }

    /**
     * Begins a router over the nodes of the directory, with the same transport, prices and time; see {@link QosRouter}. Keep the
     * router that is built: it learns from what it sends.
     */
    public QosRouterBuilder router() {
        return QosRouter.builder(nodes)
                .transport(transport)
                .facts(node -> NodeFacts.priced(rates.apply(node)))
                .time(time);
    }

    /** Collects what evaluations share. Not thread-safe. */
    public static final class Builder {

        private @Nullable RelayTransport transport;
        private @Nullable NodeDirectory nodes;
        private @Nullable Function<Node, ModelApi> apis;
        private Function<Node, Rate> rates = node -> Rate.free("USD");
        private @Nullable Function<Node, Quoter> quoters;
        private TimeSource time = TimeSource.system();

        private Builder() {}

        /** Sets what carries the relays. Required. */
        public Builder transport(RelayTransport transport) {
            this.transport = transport;
            return this;
        }

        /** Sets whom to measure. Required. */
        public Builder nodes(NodeDirectory nodes) {
            this.nodes = nodes;
            return this;
        }

        /** Sets how models are spoken to, the same way for every node. Required, unless given per node. */
        public Builder api(ModelApi api) {
            return apis(node -> api);
        }

        /** Sets how each node's model is spoken to, such as with a tokenizer of its own. */
        public Builder apis(Function<Node, ModelApi> apis) {
            this.apis = apis;
            return this;
        }

        /** Sets what each node charges; free by default. */
        public Builder rates(Function<Node, Rate> rates) {
            this.rates = rates;
            return this;
        }

        /** Sets how calls to each node are priced before they are sent; without it there are no quotes. */
        public Builder quoters(Function<Node, Quoter> quoters) {
            this.quoters = quoters;
            return this;
        }

        /** Sets the source of time, the machine's by default. */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Returns the front door.
         *
         * @throws IllegalArgumentException if something required is missing
         */
        public MlQos build() {
            if (transport == null || nodes == null || apis == null) {
                throw new IllegalArgumentException(
                        "MlQos needs a transport, a node directory and a model interface; set them "
                                + "with transport(...), nodes(...) and api(...).");
            }
            return new MlQos(this, transport, nodes, apis);
        }
    }
}
