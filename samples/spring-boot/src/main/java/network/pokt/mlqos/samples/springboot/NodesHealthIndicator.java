package network.pokt.mlqos.samples.springboot;

import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.route.Grade;
import network.pokt.mlqos.route.QosRouter;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up as long as a node is relied on; the details say how each stands, and why. Shown as {@code nodes}. A router never benches its
 * last node, for a bad one is better than none, so the bench alone would not tell.
 */
@Component
class NodesHealthIndicator implements HealthIndicator {

    private final QosRouter router;
    private final NodeDirectory nodes;

    NodesHealthIndicator(QosRouter router, NodeDirectory nodes) {
        this.router = router;
        this.nodes = nodes;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.down();
        for (Node node : nodes.nodes()) {
            router.view(node.id()).ifPresent(view -> {
                health.withDetail(node.id().toString(), view.inWords());
                if (view.grade() == Grade.FULL || view.grade() == Grade.REDUCED) {
                    health.up();
                }
            });
        }
        return health.build();
    }
}
