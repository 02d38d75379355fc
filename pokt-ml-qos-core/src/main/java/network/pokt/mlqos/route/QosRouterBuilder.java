package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.ProfileSource;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/** Collects what a router is made of; everything but the nodes has a default. Not thread-safe. */
public final class QosRouterBuilder {

    private static final Duration DEFAULT_REFRESH = Duration.ofMillis(100);
    /** As llm-d's prefix affinity: a cached prefix is not worth a longer wait. */
    private static final Duration DEFAULT_BREAK_AWAY = Duration.ofSeconds(5);
    /** Enough to find a free node at once in a pool of any size, few enough to keep a choice cheap. */
    private static final int DEFAULT_DRAWS = 16;
    /** The share at which PATH caps an operator. */
    private static final double DEFAULT_CAP = 0.65;

    private final NodeDirectory nodes;

    @Nullable
    RelayTransport transport;

    ProfileSource profiles = id -> Optional.empty();
    Function<Node, NodeFacts> facts = node -> NodeFacts.priced(Rate.free("USD"));
    RoutingPolicy policy = RoutingPolicy.expectedUtility();
    Picker picker = Picker.bestOf(DEFAULT_DRAWS);
    final List<CandidateFilter> filters = new ArrayList<>();
    HealthRule health = HealthRule.DEFAULT;
    Exploration exploration = Exploration.DEFAULT;
    double operatorCap = DEFAULT_CAP;
    FailoverRule failover = FailoverRule.DEFAULT;
    HedgeRule hedging = HedgeRule.OFF;
    RouteListener listener = RouteListener.NONE;
    TokenCounter counter = TokenCounter.estimating();
    OpenAiCodec codec = OpenAiCodec.create();
    TimeSource time = TimeSource.system();
    Duration refresh = DEFAULT_REFRESH;
    Duration breakAway = DEFAULT_BREAK_AWAY;
    boolean sticky;
    long seed;

    QosRouterBuilder(NodeDirectory nodes) {
        this.nodes = nodes;
    }

    /** Sets what carries relays; without it the router chooses but does not send. */
    public QosRouterBuilder transport(RelayTransport transport) {
        this.transport = transport;
        return this;
    }

    /** Sets what is believed about nodes: accuracy, trust, overbilling. Nothing by default. */
    public QosRouterBuilder profiles(ProfileSource profiles) {
        this.profiles = profiles;
        return this;
    }

    /** Sets prices, contexts and capabilities; free and unknown by default. */
    public QosRouterBuilder facts(Function<Node, NodeFacts> facts) {
        this.facts = facts;
        return this;
    }

    /** Sets what makes a node better; expected utility in money by default. */
    public QosRouterBuilder policy(RoutingPolicy policy) {
        this.policy = policy;
        return this;
    }

    public QosRouterBuilder picker(Picker picker) {
        this.picker = picker;
        return this;
    }

    /** Adds a filter to those of the needs. */
    public QosRouterBuilder filter(CandidateFilter filter) {
        filters.add(filter);
        return this;
    }

    public QosRouterBuilder health(HealthRule health) {
        this.health = health;
        return this;
    }

    public QosRouterBuilder exploration(Exploration exploration) {
        this.exploration = exploration;
        return this;
    }

    /** Sets the largest share of recent relays that one operator may get while others will do; 0.65 by default, 1 is off. */
    public QosRouterBuilder operatorCap(double cap) {
        if (!(cap > 0 && cap <= 1)) {
            throw new IllegalArgumentException("The operator cap is a share above 0 to 1, got " + cap + ".");
        }
        this.operatorCap = cap;
        return this;
    }

    public QosRouterBuilder failover(FailoverRule failover) {
        this.failover = failover;
        return this;
    }

    /** Sets how many requests may be hedged; none by default. */
    public QosRouterBuilder hedging(HedgeRule hedging) {
        this.hedging = hedging;
        return this;
    }

    public QosRouterBuilder listener(RouteListener listener) {
        this.listener = listener;
        return this;
    }

    /** Sets what counts prompts; an estimate by default. */
    public QosRouterBuilder counter(TokenCounter counter) {
        this.counter = counter;
        return this;
    }

    public QosRouterBuilder codec(OpenAiCodec codec) {
        this.codec = codec;
        return this;
    }

    public QosRouterBuilder time(TimeSource time) {
        this.time = time;
        return this;
    }

    /** Sets for how long prepared weights are used; 100 ms by default. A benched node takes effect at once. */
    public QosRouterBuilder refresh(Duration refresh) {
        this.refresh = refresh;
        return this;
    }

    /** Sets how much later a first token may be for the sake of a cached prefix; 5 s by default. */
    public QosRouterBuilder breakAway(Duration breakAway) {
        this.breakAway = breakAway;
        return this;
    }

    /** Lets a conversation stay with the node that saw its beginning, for the sake of its prefix cache; off by default. */
    public QosRouterBuilder stickyChats() {
        this.sticky = true;
        return this;
    }

    /** Sets the seed of all draws; the same calls in the same order then choose the same nodes. */
    public QosRouterBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    public QosRouter build() {
        return new QosRouter(new RouterConfig(this, nodes));
    }
}
