package network.pokt.mlqos.relay.resilience;

import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTiming;
import org.jspecify.annotations.Nullable;

/**
 * One relay on its way through turns, attempts and waits, to the one end that it comes to. Thread-safe.
 *
 * <p>At any time at most one thing is under way: an attempt or a wait. Whoever ends the relay from outside calls that off.
 */
final class ResilientRelay {

    private final Surroundings around;
    private final TimeSource time;
    private final Node node;
    private final RelayRequest request;
    private final RelayListener listener;
    private final NodeGuard guard;
    private final Retry.@Nullable AsyncContext<Verdict> retry;
    private final long startNanos;
    private final CompletableFuture<RelayOutcome> outcome = new Outcome();

    // Guarded by this.
    private boolean entered;
    private boolean ended;
    private Runnable callOff = () -> {};

    // Written by one attempt or wait after the other.
    private int attempt;
    private @Nullable Attempt last;

    ResilientRelay(Surroundings around, Node node, RelayRequest request, RelayListener listener, NodeGuard guard) {
        this.around = around;
        this.time = around.time();
        this.node = node;
        this.request = request;
        this.listener = listener;
        this.guard = guard;
        this.retry = guard.attempts();
        this.startNanos = time.nanos();
    }

    CompletableFuture<RelayOutcome> outcome() {
        return outcome;
    }

    /** Takes a place in the bulkhead and begins. */
    void begin() {
        if (!guard.enter()) {
            end(FaultCause.THROTTLED, "As many relays as allowed are in hand for the node.");
            return;
        }
        boolean late;
        synchronized (this) {
            entered = true;
            late = ended;
        }
        if (late) {
            guard.leave(time.nanos());
        } else {
            awaitTurn();
        }
    }

    /** Ends the relay from outside and calls off what is under way. */
    void end(FaultCause cause, String detail) {
        if (claimEnd()) {
            callOff();
            outcome.complete(failure(cause, detail));
        }
    }

    private void awaitTurn() {
        long wait = guard.reserveTurn();
        if (wait < 0 || wait >= remainingNanos()) {
            giveUp(FaultCause.THROTTLED, "The rate limit of the node leaves no turn soon enough.");
        } else if (wait > 0) {
            later(wait, this::send);
        } else {
            send();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ended throws nothing
    private void send() {
        if (hasEnded()) {
            return;
        }
        long remaining = remainingNanos();
        if (remaining <= 0) {
            giveUp(FaultCause.DEADLINE, "The whole time of the relay passed while it waited.");
            return;
        }
        if (!guard.mayPass()) {
            giveUp(FaultCause.CIRCUIT_OPEN, "The circuit breaker of the node is open, nothing was sent.");
            return;
        }
        attempt++;
        HeldListener held =
                listener == RelayListener.NONE ? null : new HeldListener(listener, attempt >= around.maxAttempts());
        long sentNanos = time.nanos();
        try {
            RelayRequest timed = request.withTimeout(Duration.ofNanos(remaining));
            CompletableFuture<RelayOutcome> sent =
                    around.inner().sendAsync(node, timed, held == null ? RelayListener.NONE : held);
            underWay(() -> sent.cancel(true));
            sent.whenComplete((result, thrown) -> ended(result, held, time.nanos() - sentNanos));
        } catch (RuntimeException e) {
            around.complaints().say("A transport broke its contract: it threw.", e);
            ended(
                    failure(
                            FaultCause.INTERNAL,
                            "The transport threw " + e.getClass().getName() + "."),
                    held,
                    0);
        }
    }

    /** An attempt ended, without a result if its future was cancelled. */
    private void ended(@Nullable RelayOutcome result, @Nullable HeldListener held, long tookNanos) {
        RelayOutcome known = result == null ? failure(FaultCause.CANCELLED, "The attempt was called off.") : result;
        Verdict verdict = Verdict.of(known);
        guard.ended(verdict, Duration.ofNanos(tookNanos));
        tell(known);
        boolean shown = held != null && held.hasShown();
        long waitMillis = retry == null || shown ? Backoff.TOO_LONG : retry.onResult(verdict);
        long waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        if (waitMillis >= 0 && waitNanos < remainingNanos()) {
            last = new Attempt(known, held);
            later(waitNanos, this::awaitTurn);
        } else {
            finish(new Attempt(known, held));
        }
    }

    private void tell(RelayOutcome known) {
        try {
            around.attempts().onAttempt(node, request, attempt, known);
        } catch (RuntimeException e) {
            around.complaints().say("An attempt listener threw; the relay goes on.", e);
        }
    }

    /** Ends with the outcome of the last attempt, or with a refusal if there was none. */
    private void giveUp(FaultCause cause, String detail) {
        finish(last == null ? new Attempt(failure(cause, detail), null) : last);
    }

    private void finish(Attempt attempt) {
        if (claimEnd()) {
            outcome.complete(attempt.showRest());
        }
    }

    private boolean claimEnd() {
        boolean leave;
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            leave = entered;
        }
        if (leave) {
            guard.leave(time.nanos());
        }
        around.onEnd().accept(this);
        return true;
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void later(long nanos, Runnable action) {
        if (!ended) {
            callOff = time.schedule(Duration.ofNanos(nanos), action)::cancel;
        }
    }

    private void underWay(Runnable cancel) {
        boolean late;
        synchronized (this) {
            callOff = cancel;
            late = ended;
        }
        if (late) {
            cancel.run();
        }
    }

    private void callOff() {
        Runnable current;
        synchronized (this) {
            current = callOff;
        }
        current.run();
    }

    private long remainingNanos() {
        return TimeUnit.NANOSECONDS.convert(request.timeout()) - (time.nanos() - startNanos);
    }

    private RelayFailure failure(FaultCause cause, String detail) {
        return RelayFailure.of(cause, detail, RelayTiming.none(time.now()));
    }

    /** What the caller holds: to cancel it is to call off what is under way. */
    private final class Outcome extends CompletableFuture<RelayOutcome> {

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && claimEnd()) {
                callOff();
            }
            return cancelled;
        }
    }
}
