package network.pokt.mlqos.price;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link UsageAudit} for each node, fed with every answer that somebody has read: an evaluation through its model interface, or
 * a program that calls {@link #answered} itself.
 *
 * <pre>{@code
 * UsageRecount recount = new UsageRecount(TokenCounter.of(tokenizer, template));
 * UsageAudits audits = UsageAudits.of(node -> Optional.of(recount), node -> rate, TimeSource.system());
 * ModelApi api = ModelApi.chat().audits(audits).build();
 * // an evaluation with this interface, and then:
 * audits.overbilling();
 * audits.report(node);
 * }</pre>
 *
 * <p>An answer is counted on the thread that hands it over, which takes the encoding of prompt and answer. A count that fails
 * disturbs nobody: it is logged, and {@link #failed} tells how many did. Thread-safe.
 */
public final class UsageAudits {

    private static final Logger LOG = LoggerFactory.getLogger(UsageAudits.class);

    private final Function<Node, Optional<UsageRecount>> recounts;
    private final Function<Node, Rate> rates;
    private final TimeSource time;
    private final Map<NodeId, UsageAudit> audits = new ConcurrentHashMap<>();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicBoolean warned = new AtomicBoolean();

    private UsageAudits(Function<Node, Optional<UsageRecount>> recounts, Function<Node, Rate> rates, TimeSource time) {
        this.recounts = recounts;
        this.rates = rates;
        this.time = time;
    }

    /**
     * Returns audits that count with what {@code recounts} has for a node; a node for which it has none is not audited.
     *
     * @param rates what each node charges, to tell what its excess cost
     * @param time when an answer was complete
     */
    public static UsageAudits of(
            Function<Node, Optional<UsageRecount>> recounts, Function<Node, Rate> rates, TimeSource time) {
        return new UsageAudits(recounts, rates, time);
    }

    /** Takes one more answer of a node. */
    public void answered(Node node, ChatRequest request, ChatAnswer answer) {
        recounts.apply(node).ifPresent(recount -> add(node, () -> recount.check(request, answer)));
    }

    /** Takes one more answer of a node. */
    public void answered(Node node, CompletionRequest request, CompletionAnswer answer) {
        recounts.apply(node).ifPresent(recount -> add(node, () -> recount.check(request, answer)));
    }

    private void add(Node node, Supplier<UsageCheck> count) {
        try {
            audits.computeIfAbsent(node.id(), id -> begin(node)).add(count.get(), time.now());
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            if (warned.compareAndSet(false, true)) {
                LOG.warn("The bill of {} could not be counted again; further ones are logged at debug level.", node, e);
            } else {
                LOG.debug("The bill of {} could not be counted again.", node, e);
            }
        }
    }

    private UsageAudit begin(Node node) {
        return new UsageAudit(rates.apply(node));
    }

    /** Returns what is known of a node's bills by now; a report on no answers for one that gave none. */
    public UsageReport report(Node node) {
        UsageAudit audit = audits.get(node.id());
        return (audit == null ? begin(node) : audit).report();
    }

    /** Returns the nodes that were found to over-bill. */
    public Set<NodeId> overbilling() {
        return audits.entrySet().stream()
                .filter(audit -> audit.getValue().overbills())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns how many answers could not be counted because something failed. */
    public long failed() {
        return failed.get();
    }
}
