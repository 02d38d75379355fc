package network.pokt.mlqos.route;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.route.Attempt.Purpose;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: the relays that are sent for it, and what ends one. What follows on silence and on failure is decided
 * by {@link Silence} and {@link Failover}.
 *
 * <p>All state is behind this object's lock; the result is completed outside of it.
 *
 * @param <T> the kind of answer
 */
final class RouteCall<T> {

    final QosRouter router;
    final RouterConfig config;
    final Ask<T> ask;
    final RouteNeeds needs;
    final Legs legs = new Legs();
    final Transcript transcript;
    boolean over;
    private final RelayTransport transport;
    private final Silence silence;
    private final Failover<T> failover;
    private final CompletableFuture<RoutedAnswer<T>> result = new CompletableFuture<>();
    private final long deadline;

    RouteCall(QosRouter router, RelayTransport transport, Ask<T> ask, RouteNeeds needs, ContentListener content) {
        this.router = router;
        this.config = router.config;
        this.transport = transport;
        this.ask = ask;
        this.needs = needs;
        this.transcript = new Transcript(content);
        this.silence = new Silence(this);
        this.failover = new Failover<>(this);
        this.deadline = config.time.nanos() + needs.deadline().toNanos();
    }

    static <T> RoutedAnswer<T> await(CompletableFuture<RoutedAnswer<T>> call) throws InterruptedException {
        try {
            return call.get();
        } catch (InterruptedException e) {
            call.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A listener or an ask threw an exception.", e.getCause());
        }
    }

    /** Sends the first relay, once a node will take it. */
    CompletableFuture<RoutedAnswer<T>> start() {
        router.budgets.request();
        CompletableFuture<?> unused = result.whenComplete((answer, error) -> {
            if (error instanceof CancellationException) {
                cancelled();
            }
        });
        Lease lease = router.chooser.lease(needs, ask.size(), ask.prefix().orElse(null), List.of());
        if (lease != null) {
            send(lease, Purpose.FIRST, null);
        } else {
            waitOrFail(nobody());
        }
        return result;
    }

    private RelayFailure nobody() {
        return Explanations.nobody(router.pools.fresh(needs, ask.size()), config.time.now());
    }

    /** Waits for the first of the nodes that asked to be left alone for a while, if the deadline allows it. */
    void waitOrFail(RelayFailure failure) {
        long wait = router.pools.fresh(needs, ask.size()).earliestNanos;
        if (wait > 0 && wait < left()) {
            againAfter(Duration.ofNanos(wait + 1));
        } else {
            fail(failure);
        }
    }

    /** Asks any node, later. */
    void againAfter(Duration pause) {
        config.time.schedule(pause, this::again);
    }

    private void again() {
        synchronized (this) {
            if (over) {
                return;
            }
        }
        Lease lease = router.chooser.lease(needs, ask.size(), null, List.of());
        if (lease != null) {
            send(lease, legs.isEmpty() ? Purpose.FIRST : Purpose.FAILOVER, null);
        } else {
            fail(nobody());
        }
    }

    /** Returns how many nanoseconds are left until the deadline, 0 or less if it has passed. */
    long left() {
        return deadline - config.time.nanos();
    }

    void send(Lease lease, Purpose purpose, @Nullable RelayRequest continuation) {
        Leg leg;
        CompletableFuture<RelayOutcome> future;
        synchronized (this) {
            long left = left();
            if (over || left <= 0) {
                lease.cancelled();
                if (!over) {
                    fail(RelayFailure.of(
                            FaultCause.DEADLINE, "The deadline passed.", RelayTiming.none(config.time.now())));
                }
                return;
            }
            leg = new Leg(lease, purpose, config.time.nanos(), this::arrived);
            leg.watch = ask.watch(text -> transcript.show(leg, text));
            legs.add(leg);
            Decision decision = lease.decision();
            if (decision != null) {
                config.listener.on(new RouteEvent.Sent(lease.node(), purpose, decision));
            }
            if (ask.streams()) {
                lease.awaitsContent();
            }
            RelayRequest request = continuation == null ? ask.request(lease.node()) : continuation;
            Duration timeout = request.timeout().toNanos() < left ? request.timeout() : Duration.ofNanos(left);
            future = transport.sendAsync(lease.node(), request.withTimeout(timeout), leg);
            leg.future = future;
            if (ask.streams() && !leg.over) {
                silence.watch(leg);
            }
        }
        CompletableFuture<?> unused = future.whenComplete((outcome, error) -> {
            if (outcome != null) {
                ended(leg, outcome);
            }
        });
    }

    private void arrived(Leg leg, ByteBuffer chunk) {
        List<Leg> losers = List.of();
        synchronized (this) {
            if (leg.over || over || leg.watch == null || !ask.streams() || !leg.watch.feed(chunk)) {
                return;
            }
            leg.piece(config.time.nanos());
            if (transcript.win(leg)) {
                losers = legs.openBeside(leg);
                losers.forEach(this::giveUp);
            }
        }
        losers.forEach(Leg::cancelRelay);
    }

    private void giveUp(Leg leg) {
        long now = config.time.nanos();
        leg.end(FaultCause.CANCELLED, now);
        leg.billLeast(config.facts.apply(leg.node()));
        Duration waited = Duration.ofNanos(now - leg.startNanos);
        leg.lease.givenUp(waited);
        config.listener.on(new RouteEvent.GivenUp(
                leg.node(), waited, Optional.of(leg.attempt().cost())));
    }

    private void ended(Leg leg, RelayOutcome outcome) {
        Decoded<T> decoded = outcome instanceof RelayResponse response
                ? ask.read(response)
                : new Decoded.Fault<>((RelayFailure) outcome);
        outcome.timing().connect().ifPresent(leg.lease.state::connected);
        if (decoded instanceof Decoded.Ok<T> ok) {
            answered(leg, ok.answer(), outcome);
        } else {
            failover.failed(leg, ((Decoded.Fault<T>) decoded).failure());
        }
    }

    private void answered(Leg leg, T answer, RelayOutcome outcome) {
        List<Leg> losers;
        synchronized (this) {
            if (leg.over || over) {
                return;
            }
            Ask.Told told = ask.told(answer);
            leg.end(null, config.time.nanos());
            TokenUsage usage =
                    told.usage().orElseGet(() -> TokenUsage.of(ask.size().promptTokens(), told.written()));
            leg.bill(config.facts.apply(leg.node()), usage);
            leg.lease.answered(new Observation(
                    new RequestSize(ask.size().promptTokens(), told.written()),
                    told.firstContent(),
                    leg.longestGap(),
                    outcome.timing().total()));
            failover.answered();
            losers = legs.open();
            losers.forEach(this::giveUp);
        }
        losers.forEach(Leg::cancelRelay);
        end(new Decoded.Ok<>(transcript.whole(ask, answer)), leg.node());
    }

    private void cancelled() {
        List<Leg> open;
        synchronized (this) {
            over = true;
            open = legs.open();
            for (Leg leg : open) {
                leg.end(FaultCause.CANCELLED, config.time.nanos());
                leg.lease.cancelled();
            }
        }
        open.forEach(Leg::cancelRelay);
    }

    void fail(RelayFailure failure) {
        end(new Decoded.Fault<>(failure), null);
    }

    private void end(Decoded<T> outcome, @Nullable Node node) {
        RoutedAnswer<T> answer;
        synchronized (this) {
            over = true;
            answer = new RoutedAnswer<>(outcome, legs.attempts(), Optional.ofNullable(node));
        }
        result.complete(answer);
    }
}
