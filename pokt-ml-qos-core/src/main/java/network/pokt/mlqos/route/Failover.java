package network.pokt.mlqos.route;

import java.time.Duration;
import network.pokt.mlqos.route.Attempt.Purpose;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a relay of a call fails: another node, going on with a cut answer, or the end.
 *
 * @param <T> the kind of answer
 */
final class Failover<T> {

    private static final Duration PAUSE_AT_ONE_NODE = Duration.ofMillis(250);

    private final RouteCall<T> call;
    private @Nullable Leg refusedAsCaller;

    Failover(RouteCall<T> call) {
        this.call = call;
    }

    /** Takes an answer of another node: one that refused the same request as the caller's fault was wrong. Under the lock. */
    void answered() {
        if (refusedAsCaller != null) {
            call.router.feedback.refusedAlone(refusedAsCaller.lease.state);
        }
    }

    void failed(Leg leg, RelayFailure failure) {
        boolean cut;
        boolean another;
        synchronized (call) {
            if (leg.over || call.over) {
                return;
            }
            cut = call.ask.streams() && leg.hasContent();
            leg.end(failure.cause(), call.config.time.nanos());
            if (cut) {
                leg.billLeast(call.config.facts.apply(leg.node()));
            }
            blame(leg, failure);
            if (!call.legs.open().isEmpty()) {
                // A hedge is still under way: the request is not lost yet, and the next content wins.
                call.transcript.lost(leg);
                return;
            }
            another = cut ? call.config.failover.onCut() != CutPolicy.FAIL : worthAnother(leg, failure);
            another &= call.legs.sent() < call.config.failover.attempts() && call.left() > 0;
            another = another && call.router.budgets.retrying.take(1);
        }
        if (!another) {
            call.fail(failure);
        } else if (cut) {
            resume(failure);
        } else {
            anew(failure);
        }
    }

    private static void blame(Leg leg, RelayFailure failure) {
        boolean late = failure.cause() == FaultCause.TOTAL_TIMEOUT || failure.cause() == FaultCause.FIRST_BYTE_TIMEOUT;
        if (late && leg.purpose != Purpose.FIRST) {
            // It got what was left of the deadline, which says little about it.
            leg.lease.failed(FaultCause.DEADLINE);
        } else {
            leg.lease.failed(failure);
        }
    }

    private boolean worthAnother(Leg leg, RelayFailure failure) {
        Blame blame = failure.cause().blame();
        if (blame == Blame.CALLER) {
            // One second opinion: a node that alone refuses is at fault itself.
            boolean second = refusedAsCaller != null;
            refusedAsCaller = leg;
            return !second;
        }
        return switch (failure.cause()) {
            case CIRCUIT_OPEN, THROTTLED, OUT_OF_SESSION -> true;
            default -> blame != Blame.OURS;
        };
    }

    private @Nullable Lease untried() {
        synchronized (call) {
            return call.router.chooser.lease(call.needs, call.ask.size(), null, call.legs.tried());
        }
    }

    private void anew(RelayFailure failure) {
        Lease lease = untried();
        if (lease != null) {
            call.send(lease, Purpose.FAILOVER, null);
        } else if (failure.cause().blame() == Blame.REFUSED) {
            call.waitOrFail(failure);
        } else if (failure.cause().retryable()) {
            call.againAfter(PAUSE_AT_ONE_NODE);
        } else {
            call.fail(failure);
        }
    }

    /** Goes on with an answer that broke off, or begins it anew. */
    private void resume(RelayFailure failure) {
        Lease lease = untried();
        if (lease == null) {
            call.fail(failure);
        } else if (call.config.failover.onCut() == CutPolicy.RESTART) {
            synchronized (call) {
                call.transcript.restart();
            }
            call.send(lease, Purpose.FAILOVER, null);
        } else {
            goOn(lease, failure);
        }
    }

    private void goOn(Lease lease, RelayFailure failure) {
        RelayRequest continuation;
        synchronized (call) {
            continuation =
                    call.ask.continuation(lease.node(), call.transcript.keep()).orElse(null);
        }
        if (continuation == null) {
            lease.cancelled();
            call.fail(failure);
        } else {
            call.send(lease, Purpose.CONTINUATION, continuation);
        }
    }
}
