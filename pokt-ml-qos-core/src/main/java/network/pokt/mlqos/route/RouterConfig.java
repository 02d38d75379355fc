package network.pokt.mlqos.route;

import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.profile.ProfileSource;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/** What a router was built with. Immutable. */
final class RouterConfig {

    final NodeDirectory nodes;
    final @Nullable RelayTransport transport;
    final ProfileSource profiles;
    final Function<Node, NodeFacts> facts;
    final RoutingPolicy policy;
    final Picker picker;
    final List<CandidateFilter> filters;
    final HealthRule health;
    final Exploration exploration;
    final double operatorCap;
    final FailoverRule failover;
    final HedgeRule hedging;
    final RouteListener listener;
    final TokenCounter counter;
    final OpenAiCodec codec;
    final TimeSource time;
    final long refreshNanos;
    final long breakAwayNanos;
    final boolean sticky;
    final long seed;

    RouterConfig(QosRouterBuilder b, NodeDirectory nodes) {
        this.nodes = nodes;
        transport = b.transport;
        profiles = b.profiles;
        facts = b.facts;
        policy = b.policy;
        picker = b.picker;
        filters = List.copyOf(b.filters);
        health = b.health;
        exploration = b.exploration;
        operatorCap = b.operatorCap;
        failover = b.failover;
        hedging = b.hedging;
        listener = b.listener;
        counter = b.counter;
        codec = b.codec;
        time = b.time;
        refreshNanos = b.refresh.toNanos();
        breakAwayNanos = b.breakAway.toNanos();
        sticky = b.sticky;
        seed = b.seed;
    }
}
