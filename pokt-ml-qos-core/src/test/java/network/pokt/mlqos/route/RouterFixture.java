package network.pokt.mlqos.route;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;

/** A router over three nodes on virtual time, and ways to let relays end as a test wants. */
abstract class RouterFixture {

    static final RequestSize SIZE = new RequestSize(1000, 100);

    final VirtualTime time = new VirtualTime();
    final Map<NodeId, NodeProfile> profiles = new HashMap<>();
    final Map<NodeId, NodeFacts> facts = new HashMap<>();
    final Node a = Stage.node("a", "one");
    final Node b = Stage.node("b", "two");
    final Node c = Stage.node("c", "three");

    QosRouterBuilder router(Node... nodes) {
        return QosRouter.builder(NodeDirectory.of(nodes))
                .time(time)
                .profiles(id -> Optional.ofNullable(profiles.get(id)))
                .facts(node -> facts.getOrDefault(node.id(), price("1")))
                .exploration(Exploration.NONE)
                .seed(7);
    }

    static NodeFacts price(String perMillion) {
        return NodeFacts.priced(Rate.perMillionTokens("USD", perMillion, perMillion));
    }

    void accuracy(Node node, long right, long n, Trust trust) {
        profiles.put(
                node.id(),
                NodeProfile.builder(node.id(), Instant.EPOCH)
                        .accuracy("mmlu", Estimate.ofProportion(right, n))
                        .trust(trust)
                        .build());
    }

    void answer(QosRouter router, Node node, int times, Duration first, Duration total) {
        RouteNeeds only = RouteNeeds.builder().allow(node.id()).build();
        for (int i = 0; i < times; i++) {
            time.advance(Duration.ofSeconds(1));
            router.route(only, SIZE).orElseThrow().answered(Observation.streamed(SIZE, first, total));
        }
    }

    void fail(QosRouter router, Node node, int times) {
        RouteNeeds only = RouteNeeds.builder().allow(node.id()).build();
        for (int i = 0; i < times; i++) {
            time.advance(Duration.ofSeconds(1));
            router.route(only, SIZE).orElseThrow().failed(FaultCause.SERVER_ERROR);
        }
    }

    Map<Node, Integer> picks(QosRouter router, RouteNeeds needs, int n) {
        Map<Node, Integer> picks = new HashMap<>();
        for (int i = 0; i < n; i++) {
            picks.merge(router.choose(needs, SIZE), 1, Integer::sum);
        }
        return picks;
    }
}
