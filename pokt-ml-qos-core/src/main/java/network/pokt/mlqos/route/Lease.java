package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.jspecify.annotations.Nullable;

/**
 * A node that was chosen for one relay, for whoever sends relays by other means than the router's own. It counts as in flight
 * until it is told how the relay ended, which has to be told exactly once; later calls have no effect. For an answer that
 * arrives in pieces, {@link #awaitsContent} and {@link #firstContent} let the router react to a node that is slow to begin
 * before any of its relays has ended. Thread-safe.
 */
public final class Lease {

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final Feedback feedback;
    final NodeState state;
    private final RequestSize size;
    private final Met met;
    private final @Nullable Decision decision;
    private final AtomicLong waitsSince = new AtomicLong(NOT_WAITING);
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(Feedback feedback, NodeState state, RequestSize size, Met met, @Nullable Decision decision) {
        this.feedback = feedback;
        this.state = state;
        this.size = size;
        this.met = met;
        this.decision = decision;
    }

    public Node node() {
        return state.node();
    }

    RequestSize size() {
        return size;
    }

    /** Returns why the node was chosen, null where nobody wants to know. */
    @Nullable
    Decision decision() {
        return decision;
    }

    /** Tells that the relay is on its way and that its answer is to arrive in pieces. */
    public void awaitsContent() {
        long now = feedback.millis();
        if (!ended.get() && waitsSince.compareAndSet(NOT_WAITING, now)) {
            state.load().await(size.promptTokens(), now);
        }
    }

    /** Tells that the first content of an answer in pieces is there. */
    public void firstContent() {
        long since = waitsSince.getAndSet(NOT_WAITING);
        if (since != NOT_WAITING) {
            state.load().arrived(size.promptTokens(), since);
        }
    }

    /** Tells that the relay was answered. */
    public void answered(Observation seen) {
        if (end()) {
            feedback.answered(state, seen, met);
        }
    }

    /** Tells that the relay failed; a Retry-After is respected. */
    public void failed(RelayFailure failure) {
        failed(failure.cause());
        failure.retryAfter().ifPresent(wait -> feedback.pause(state, wait));
    }

    /** Tells that the relay failed. */
    public void failed(FaultCause cause) {
        if (end()) {
            feedback.failed(state, cause);
        }
    }

    /** Tells that a relay was given up before its first token although nothing was wrong but its slowness. */
    public void givenUp(Duration waited) {
        if (end()) {
            feedback.givenUp(state, size, met, waited);
        }
    }

    /** Tells that a relay was given up because nothing came; it is held against the node unless its load explains it. */
    void silent(Duration waited) {
        if (state.explains(waited, size, met)) {
            givenUp(waited);
        } else {
            failed(FaultCause.FIRST_BYTE_TIMEOUT);
        }
    }

    /** Returns the seconds to the first token that were expected when the node was chosen. */
    double expectedFirstToken() {
        return state.idleFirstToken(size) + met.delay();
    }

    /** Tells that the caller cancelled, which says nothing about the node. */
    public void cancelled() {
        failed(FaultCause.CANCELLED);
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        firstContent();
        return true;
    }
}
