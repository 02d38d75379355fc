package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.ProfileSource;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a node for each request, sends it there, learns from what comes back, and can tell why.
 *
 * <pre>{@code
 * QosRouter router = QosRouter.builder(NodeDirectory.of(nodeA, nodeB))
 *     .transport(OpenAiHttpTransport.create())
 *     .profiles(profiles)
 *     .facts(node -> NodeFacts.priced(prices.rate(node)))
 *     .build();
 *
 * RoutedAnswer<ChatAnswer> routed = router.chat(request, RouteNeeds.ANY);
 * routed.answer().first().content();
 * Decision ranked = router.select(RouteNeeds.builder().accuracy("mmlu", 0.6).firstToken(Duration.ofMillis(800)).build());
 * }</pre>
 *
 * <p>What is said in an answer is never looked at to judge a node: a relay has failed when the transport, the status or the form
 * of the answer says so. Thread-safe. It owns nothing: closing the transport stays with whoever made it.
 */
public final class QosRouter {

    private static final int MOST_NEEDS = 1_000;
    private static final double PURSE_REQUESTS = 1_000;
    private static final int PURSE_OF_HEDGES = 10;
    private static final int PURSE_OF_RETRIES = 50;

    private final RouterConfig config;
    private final Draws draws;
    private final Nodes nodes;
    private final Map<RouteNeeds, AtomicReferenceArray<@Nullable Pool>> pools = new ConcurrentHashMap<>();
    private final Stickiness stickiness = new Stickiness();
    private final Allowance exploring;
    final Allowance hedging;
    final Allowance retrying;

    private QosRouter(RouterConfig config) {
        this.config = config;
        this.draws = new Draws(config.seed);
        this.nodes = new Nodes(config, draws);
        double allowance = config.exploration.allowance();
        this.exploring = new Allowance(allowance, allowance * PURSE_REQUESTS, allowance * PURSE_REQUESTS / 10);
        this.hedging = new Allowance(config.hedging.budget(), PURSE_OF_HEDGES, 0);
        this.retrying = new Allowance(config.failover.budget(), PURSE_OF_RETRIES, PURSE_OF_RETRIES / 2.0);
    }

    /** Begins a router over the nodes of a directory. */
    public static Builder builder(NodeDirectory nodes) {
        return new Builder(nodes);
    }

    /** Returns the nodes that meet the needs, best first with their reasons, and the others with theirs. Sends nothing. */
    public Decision select(RouteNeeds needs) {
        return select(needs, needs.size());
    }

    /** Returns the nodes that meet the needs for a request of this size, ranked. Sends nothing. */
    public Decision select(RouteNeeds needs, RequestSize size) {
        return Explanations.of(build(needs, size, state -> false), -1, Decision.How.NONE, config, config.time.now());
    }

    /**
     * Returns a node for a request, without counting it as in flight. Makes no garbage as long as what was prepared for these
     * needs is fresh.
     *
     * @throws RouteException if no node will do
     */
    public Node choose(RouteNeeds needs, RequestSize size) {
        Pool pool = pool(needs, size);
        int index = index(pool);
        if (index < 0) {
            throw new RouteException(RouteCall.noNode(pool, config.time.now()), List.of());
        }
        pool.operators[index].picked();
        return pool.candidates[index].node();
    }

    /** Chooses a node for a relay that somebody else sends, empty if none will do. */
    public Optional<Lease> route(RouteNeeds needs, RequestSize size) {
        return Optional.ofNullable(lease(needs, size, null, List.of()));
    }

    /** Chooses a node, the one that saw the same prefix last if it is not much slower than the best. */
    public Optional<Lease> route(RouteNeeds needs, RequestSize size, String prefix) {
        return Optional.ofNullable(lease(needs, size, prefix, List.of()));
    }

    /** Returns how a node stands with this router, and why; empty for one that is not in the directory. */
    public Optional<NodeView> view(NodeId node) {
        long now = config.time.nanos();
        return nodes.current(now).stream()
                .filter(state -> state.node().id().equals(node))
                .findFirst()
                .map(state -> state.view(now));
    }

    /** Sends a chat to a node that meets the needs, and waits. */
    public RoutedAnswer<ChatAnswer> chat(ChatRequest request, RouteNeeds needs) throws InterruptedException {
        return RouteCall.await(chatAsync(request, needs, ContentListener.NONE));
    }

    /** Sends a chat to any node, and waits. */
    public RoutedAnswer<ChatAnswer> chat(ChatRequest request) throws InterruptedException {
        return chat(request, RouteNeeds.ANY);
    }

    /**
     * Sends a chat to a node that meets the needs; what arrives is shown to {@code content} if the request asks for a stream. The
     * request's model is replaced by the name that the node serves under, if it tells one. Cancelling the future aborts what is
     * under way.
     */
    public CompletableFuture<RoutedAnswer<ChatAnswer>> chatAsync(
            ChatRequest request, RouteNeeds needs, ContentListener content) {
        return call(new ChatAsk(request, config.codec, config.counter, config.sticky), needs, content);
    }

    /** Sends a completion to a node that meets the needs, and waits. */
    public RoutedAnswer<CompletionAnswer> complete(CompletionRequest request, RouteNeeds needs)
            throws InterruptedException {
        return RouteCall.await(completeAsync(request, needs, ContentListener.NONE));
    }

    /** Sends a completion to a node that meets the needs; see {@link #chatAsync}. */
    public CompletableFuture<RoutedAnswer<CompletionAnswer>> completeAsync(
            CompletionRequest request, RouteNeeds needs, ContentListener content) {
        return call(new CompletionAsk(request, config.codec, config.counter), needs, content);
    }

    /** Sends an opaque request of this size, and waits; see {@link #sendAsync}. */
    public RoutedAnswer<RelayResponse> send(RelayRequest request, RouteNeeds needs, RequestSize size)
            throws InterruptedException {
        return RouteCall.await(sendAsync(request, needs, size));
    }

    /**
     * Sends an opaque request. Only its status is judged; an answer that comes in pieces is taken to have its first content with
     * its first piece.
     */
    public CompletableFuture<RoutedAnswer<RelayResponse>> sendAsync(
            RelayRequest request, RouteNeeds needs, RequestSize size) {
        return call(new OpaqueAsk(request, size), needs, ContentListener.NONE);
    }

    /** Sends a request of an interface of your own; what can be shown of a stream goes to {@code content}. */
    public <T> CompletableFuture<RoutedAnswer<T>> call(Ask<T> ask, RouteNeeds needs, ContentListener content) {
        if (config.transport == null) {
            throw new IllegalStateException(
                    "This router cannot send: give it a transport with builder(...).transport(...), or use route(...).");
        }
        return new RouteCall<>(this, config, config.transport, ask, needs, content).start();
    }

    // What follows is what calls and leases are made of.

    @Nullable
    Lease lease(RouteNeeds needs, RequestSize size, @Nullable String prefix, List<NodeState> tried) {
        Pool pool = tried.isEmpty() ? pool(needs, size) : untried(needs, size, tried);
        Choice choice = choice(pool, prefix);
        if (choice.index() < 0) {
            return null;
        }
        NodeState state = pool.states[choice.index()];
        Decision decision = config.listener == RouteListener.NONE
                ? null
                : Explanations.of(pool, choice.index(), choice.how(), config, config.time.now());
        pool.operators[choice.index()].picked();
        int load = state.inFlight().getAndIncrement();
        if (prefix != null) {
            stickiness.stick(prefix, state.node().id());
        }
        return new Lease(this, state, size, load, decision);
    }

    /** Another operator's nodes first, then any other node. */
    private Pool untried(RouteNeeds needs, RequestSize size, List<NodeState> tried) {
        List<String> operators = tried.stream().map(NodeState::operator).toList();
        Pool others = build(needs, size, state -> tried.contains(state) || operators.contains(state.operator()));
        return others.size() > 0 && !others.failedOpen ? others : build(needs, size, tried::contains);
    }

    private Choice choice(Pool pool, @Nullable String prefix) {
        if (pool.preferred() >= 0) {
            return new Choice(pool.preferred(), Decision.How.PREFERRED);
        }
        int sticky = prefix == null ? -1 : sticky(pool, prefix);
        if (sticky >= 0) {
            return new Choice(sticky, Decision.How.STICKY);
        }
        exploring.request();
        if (pool.size() > 1 && !pool.failedOpen && draws.next() < config.exploration.share()) {
            int explored = explore(pool);
            if (explored >= 0) {
                return new Choice(explored, Decision.How.EXPLORED);
            }
        }
        int picked = pool.pick(config.picker);
        return new Choice(
                picked,
                picked < 0 ? Decision.How.NONE : pool.failedOpen ? Decision.How.FAILED_OPEN : Decision.How.PICKED);
    }

    private int index(Pool pool) {
        return pool.preferred() >= 0 ? pool.preferred() : pool.pick(config.picker);
    }

    private int sticky(Pool pool, String prefix) {
        NodeId last = stickiness.of(prefix);
        double quickest = Double.POSITIVE_INFINITY;
        int found = -1;
        for (int i = 0; last != null && i < pool.size(); i++) {
            Candidate candidate = pool.candidates[i];
            if (candidate.grade().weight() >= Grade.REDUCED.weight()) {
                quickest = Math.min(quickest, candidate.firstToken(pool.size));
                found = candidate.node().id().equals(last) ? i : found;
            }
        }
        return found >= 0 && pool.candidates[found].firstToken(pool.size) - quickest <= config.breakAwayNanos / 1e9
                ? found
                : -1;
    }

    private int explore(Pool pool) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        double expected = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pool.size(); i++) {
            if (pool.candidates[i].grade().weight() < Grade.REDUCED.weight() || (pool.full(i) && pool.capped())) {
                continue;
            }
            expected = Math.max(expected, pool.scores[i]);
            double drawn = config.policy.score(Thompson.draw(pool.candidates[i], draws), pool.size);
            if (drawn > most) {
                most = drawn;
                best = i;
            }
        }
        return best >= 0 && exploring.take(expected - pool.scores[best]) ? best : -1;
    }

    private Pool pool(RouteNeeds needs, RequestSize size) {
        long now = config.time.nanos();
        AtomicReferenceArray<@Nullable Pool> kept = pools.get(needs);
        if (kept == null) {
            if (pools.size() >= MOST_NEEDS) {
                pools.clear();
            }
            kept = pools.computeIfAbsent(needs, unknown -> new AtomicReferenceArray<>(RequestSize.classes()));
        }
        int sizeClass = size.sizeClass();
        Pool pool = kept.get(sizeClass);
        if (pool == null || now - pool.builtAt >= config.refreshNanos || pool.epoch != nodes.epoch.get()) {
            pool = build(needs, size, state -> false);
            kept.set(sizeClass, pool);
        }
        return pool;
    }

    private Pool build(RouteNeeds needs, RequestSize size, Predicate<NodeState> excluded) {
        long now = config.time.nanos();
        List<NodeState> current = nodes.current(now);
        return new PoolBuilder(needs, size, draws, config.operatorCap, now, nodes.epoch.get())
                .build(config, current, nodes::operator, excluded);
    }

    /** Returns how long until the first of the nodes that asked to be left alone may be asked again, 0 if none did. */
    long earliestNanos(RouteNeeds needs, RequestSize size) {
        return build(needs, size, state -> false).earliestNanos;
    }

    Pool fresh(RouteNeeds needs, RequestSize size) {
        return build(needs, size, state -> false);
    }

    void answered(NodeState state, Observation seen, int load) {
        state.inFlight().decrementAndGet();
        state.answered(seen, load, nodes.latency, nodes.failureRate(), config.time.nanos());
        config.listener.on(new RouteEvent.Answered(state.node(), seen));
    }

    void failed(NodeState state, FaultCause cause) {
        state.inFlight().decrementAndGet();
        long now = config.time.nanos();
        boolean benched = state.failed(cause, nodes.failureRate(), now, () -> nodes.benchHasRoom(state, now));
        if (cause.blame() != Blame.OURS) {
            config.listener.on(new RouteEvent.Failed(state.node(), cause));
        }
        tellBenched(state, benched, now);
    }

    void refusedAlone(NodeState state) {
        long now = config.time.nanos();
        tellBenched(state, state.refusedAlone(nodes.failureRate(), now, () -> nodes.benchHasRoom(state, now)), now);
    }

    private void tellBenched(NodeState state, boolean benched, long now) {
        if (benched) {
            nodes.epoch.incrementAndGet();
            if (config.listener != RouteListener.NONE) {
                config.listener.on(new RouteEvent.Benched(state.node(), state.view(now)));
            }
        }
    }

    void givenUp(NodeState state, RequestSize size, int load, Duration waited) {
        state.inFlight().decrementAndGet();
        state.waitedFor(size, load, waited, config.time.nanos());
    }

    void pause(NodeState state, Duration wait) {
        state.pause(config.time.nanos() + wait.toNanos());
        nodes.epoch.incrementAndGet();
    }

    /** Collects what a router is made of; everything but the nodes has a default. Not thread-safe. */
    public static final class Builder {

        private static final Duration DEFAULT_REFRESH = Duration.ofMillis(100);
        /** As llm-d's prefix affinity: a cached prefix is not worth a longer wait. */
        private static final Duration DEFAULT_BREAK_AWAY = Duration.ofSeconds(5);
        /** The share at which PATH caps an operator. */
        private static final double DEFAULT_CAP = 0.65;

        private final NodeDirectory nodes;

        @Nullable
        RelayTransport transport;

        ProfileSource profiles = id -> Optional.empty();
        Function<Node, NodeFacts> facts = node -> NodeFacts.priced(Rate.free("USD"));
        RoutingPolicy policy = RoutingPolicy.expectedUtility();
        Picker picker = Picker.powerOfTwo();
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

        private Builder(NodeDirectory nodes) {
            this.nodes = nodes;
        }

        /** Sets what carries relays; without it the router chooses but does not send. */
        public Builder transport(RelayTransport transport) {
            this.transport = transport;
            return this;
        }

        /** Sets what is believed about nodes: accuracy, trust, overbilling. Nothing by default. */
        public Builder profiles(ProfileSource profiles) {
            this.profiles = profiles;
            return this;
        }

        /** Sets prices, contexts and capabilities; free and unknown by default. */
        public Builder facts(Function<Node, NodeFacts> facts) {
            this.facts = facts;
            return this;
        }

        /** Sets what makes a node better; expected utility in money by default. */
        public Builder policy(RoutingPolicy policy) {
            this.policy = policy;
            return this;
        }

        public Builder picker(Picker picker) {
            this.picker = picker;
            return this;
        }

        /** Adds a filter to those of the needs. */
        public Builder filter(CandidateFilter filter) {
            filters.add(filter);
            return this;
        }

        public Builder health(HealthRule health) {
            this.health = health;
            return this;
        }

        public Builder exploration(Exploration exploration) {
            this.exploration = exploration;
            return this;
        }

        /** Sets the largest share of recent relays that one operator may get while others will do; 0.65 by default, 1 is off. */
        public Builder operatorCap(double cap) {
            if (!(cap > 0 && cap <= 1)) {
                throw new IllegalArgumentException("The operator cap is a share above 0 to 1, got " + cap + ".");
            }
            this.operatorCap = cap;
            return this;
        }

        public Builder failover(FailoverRule failover) {
            this.failover = failover;
            return this;
        }

        /** Sets how many requests may be hedged; none by default. */
        public Builder hedging(HedgeRule hedging) {
            this.hedging = hedging;
            return this;
        }

        public Builder listener(RouteListener listener) {
            this.listener = listener;
            return this;
        }

        /** Sets what counts prompts; an estimate by default. */
        public Builder counter(TokenCounter counter) {
            this.counter = counter;
            return this;
        }

        public Builder codec(OpenAiCodec codec) {
            this.codec = codec;
            return this;
        }

        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /** Sets for how long prepared weights are used; 100 ms by default. A benched node takes effect at once. */
        public Builder refresh(Duration refresh) {
            this.refresh = refresh;
            return this;
        }

        /** Sets how much later a first token may be for the sake of a cached prefix; 5 s by default. */
        public Builder breakAway(Duration breakAway) {
            this.breakAway = breakAway;
            return this;
        }

        /** Lets a conversation stay with the node that saw its beginning, for the sake of its prefix cache; off by default. */
        public Builder stickyChats() {
            this.sticky = true;
            return this;
        }

        /** Sets the seed of all draws; the same calls in the same order then choose the same nodes. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        public QosRouter build() {
            return new QosRouter(new RouterConfig(this, nodes));
        }
    }
}
