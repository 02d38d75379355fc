package network.pokt.mlqos.route;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

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

    final RouterConfig config;
    final Pools pools;
    final Chooser chooser;
    final Feedback feedback;
    final Budgets budgets;
    private final Nodes nodes;

    QosRouter(RouterConfig config) {
        Draws draws = new Draws(config.seed);
        this.config = config;
        this.nodes = new Nodes(config, draws);
        this.pools = new Pools(config, nodes, draws);
        this.feedback = new Feedback(config, nodes);
        this.chooser = new Chooser(config, pools, draws, feedback);
        this.budgets = new Budgets(config);
    }

    /** Begins a router over the nodes of a directory. */
    public static QosRouterBuilder builder(NodeDirectory nodes) {
        return new QosRouterBuilder(nodes);
    }

    /** Returns the nodes that meet the needs, best first with their reasons, and the others with theirs. Sends nothing. */
    public Decision select(RouteNeeds needs) {
        return select(needs, needs.size());
    }

    /** Returns the nodes that meet the needs for a request of this size, ranked. Sends nothing. */
    public Decision select(RouteNeeds needs, RequestSize size) {
        return Explanations.of(pools.fresh(needs, size), -1, Decision.How.NONE, config, config.time.now());
    }

    /**
     * Returns a node for a request, without counting it as in flight. Makes no garbage as long as what was prepared for these
     * needs is fresh.
     *
     * @throws RouteException if no node will do
     */
    public Node choose(RouteNeeds needs, RequestSize size) {
        Pool pool = pools.of(needs, size);
        int index = chooser.index(pool);
        if (index < 0) {
            throw new RouteException(Explanations.nobody(pool, config.time.now()), List.of());
        }
        pool.operators[index].picked();
        return pool.candidates[index].node();
    }

    /** Chooses a node for a relay that somebody else sends, empty if none will do. */
    public Optional<Lease> route(RouteNeeds needs, RequestSize size) {
        return Optional.ofNullable(chooser.lease(needs, size, null, List.of()));
    }

    /** Chooses a node, the one that saw the same prefix last if it is not much slower than the best. */
    public Optional<Lease> route(RouteNeeds needs, RequestSize size, String prefix) {
        return Optional.ofNullable(chooser.lease(needs, size, prefix, List.of()));
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
        return new RouteCall<>(this, config.transport, ask, needs, content).start();
    }
}
