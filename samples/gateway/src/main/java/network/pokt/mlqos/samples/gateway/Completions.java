package network.pokt.mlqos.samples.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RouteNeeds;

/** Answers chats and completions: sets their cost aside, lets the router find a node, passes the answer on, settles the bill. */
final class Completions {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final QosRouter router;
    private final NodeDirectory nodes;
    private final Metrics metrics;
    private final OpenAiCodec codec = OpenAiCodec.create();

    Completions(QosRouter router, NodeDirectory nodes, Metrics metrics) {
        this.router = router;
        this.nodes = nodes;
        this.metrics = metrics;
    }

    void answer(Customer customer, ClientRequest request, Reply reply) throws IOException, InterruptedException {
        RouteNeeds needs = needs(request.model());
        Customer.Hold hold = customer.hold(request);
        Passage passage = new Passage(request, reply);
        try {
            passage.run(events -> router.call(new PassedOn(request, codec), needs, events));
        } finally {
            metrics.tokens(customer, hold.settle(passage.billed()));
        }
    }

    /** Equal needs share what the router prepares, so they name nothing but the model. */
    private RouteNeeds needs(String model) {
        RouteNeeds.Builder needs = RouteNeeds.builder().deadline(DEADLINE);
        if (model.equals(ClientRequest.ANY_MODEL)) {
            return needs.build();
        }
        if (nodes.nodes().stream().map(Node::model).noneMatch(Optional.of(model)::equals)) {
            throw ApiException.noSuchModel(model);
        }
        return needs.model(model).build();
    }
}
