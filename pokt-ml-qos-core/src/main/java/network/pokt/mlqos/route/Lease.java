package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.jspecify.annotations.Nullable;

/**
 * A node that was chosen for one relay, for whoever sends relays by other means than the router's own. It counts as in flight
 * until it is told how the relay ended, which has to be told exactly once; later calls have no effect. Thread-safe.
 */
public final class Lease {

    private final QosRouter router;
    final NodeState state;
    private final RequestSize size;
    private final int load;
    private final @Nullable Decision decision;
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(QosRouter router, NodeState state, RequestSize size, int load, @Nullable Decision decision) {
        this.router = router;
        this.state = state;
        this.size = size;
        this.load = load;
        this.decision = decision;
    }

    public Node node() {
        return state.node();
    }

    RequestSize size() {
        return size;
    }

    /** Returns why the node was chosen, null where nobody listens. */
    @Nullable
    Decision decision() {
        return decision;
    }

    /** Tells that the relay was answered. */
    public void answered(Observation seen) {
        if (ended.compareAndSet(false, true)) {
            router.answered(state, seen, load);
        }
    }

    /** Tells that the relay failed; a Retry-After is respected. */
    public void failed(RelayFailure failure) {
        failed(failure.cause());
        failure.retryAfter().ifPresent(wait -> router.pause(state, wait));
    }

    /** Tells that the relay failed. */
    public void failed(FaultCause cause) {
        if (ended.compareAndSet(false, true)) {
            router.failed(state, cause);
        }
    }

    /** Tells that a relay was given up before its first token although nothing was wrong but its slowness. */
    public void givenUp(Duration waited) {
        if (ended.compareAndSet(false, true)) {
            router.givenUp(state, size, load, waited);
        }
    }

    /** Tells that the caller cancelled, which says nothing about the node. */
    public void cancelled() {
        failed(FaultCause.CANCELLED);
    }
}
