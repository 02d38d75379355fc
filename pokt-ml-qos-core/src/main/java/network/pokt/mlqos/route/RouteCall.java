package network.pokt.mlqos.route;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.route.Attempt.Purpose;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: the relays that are sent for it, and what decides when one ends.
 *
 * <p>All state is behind this object's lock; the result is completed outside of it.
 *
 * <p>It is longer than most classes here, since failover, hedges and cut answers all turn on the same few facts.
 *
 * @param <T> the kind of answer
 */
final class RouteCall<T> {

    private static final Duration PAUSE_AT_ONE_NODE = Duration.ofMillis(250);
    /** Silence is held against a node only if it is longer than twice what 19 of 20 of its answers take at its load. */
    private static final double SILENCE_IN_P95 = 2;

    private final QosRouter router;
    private final RouterConfig config;
    private final RelayTransport transport;
    private final Ask<T> ask;
    private final RouteNeeds needs;
    private final ContentListener content;
    private final CompletableFuture<RoutedAnswer<T>> result = new CompletableFuture<>();
    private final List<Leg> legs = new ArrayList<>();
    private final StringBuilder shown = new StringBuilder();
    private final long deadline;
    private @Nullable Leg winner;
    private @Nullable Leg refusedAsCaller;
    private String before = "";
    private boolean over;

    RouteCall(
            QosRouter router,
            RouterConfig config,
            RelayTransport transport,
            Ask<T> ask,
            RouteNeeds needs,
            ContentListener content) {
        this.router = router;
        this.config = config;
        this.transport = transport;
        this.ask = ask;
        this.needs = needs;
        this.content = content;
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

    static RelayFailure noNode(Pool pool, Instant at) {
        String reasons = pool.refused.stream()
                .limit(3)
                .map(refusal -> " " + refusal.node() + ": " + refusal.reason())
                .reduce("", String::concat);
        FaultCause cause = pool.earliestNanos > 0 ? FaultCause.THROTTLED : FaultCause.OUT_OF_SESSION;
        return RelayFailure.of(
                cause,
                pool.refused.isEmpty()
                        ? "The directory has no nodes."
                        : "None of " + pool.refused.size() + " nodes will do; nothing was sent." + reasons,
                RelayTiming.none(at));
    }

    CompletableFuture<RoutedAnswer<T>> start() {
        router.retrying.request();
        router.hedging.request();
        CompletableFuture<?> unused = result.whenComplete((answer, error) -> {
            if (error instanceof CancellationException) {
                cancelled();
            }
        });
        first();
        return result;
    }

    /** Sends the first relay, once a node will take it. */
    private void first() {
        Lease lease = router.lease(needs, ask.size(), ask.prefix().orElse(null), List.of());
        if (lease != null) {
            send(lease, Purpose.FIRST, null);
        } else {
            waitOrEnd(noNode(router.fresh(needs, ask.size()), config.time.now()));
        }
    }

    /** Nodes that asked to be left alone for a while are worth waiting for, if the deadline allows it. */
    private void waitOrEnd(RelayFailure failure) {
        long wait = router.earliestNanos(needs, ask.size());
        if (wait > 0 && wait < deadline - config.time.nanos()) {
            config.time.schedule(Duration.ofNanos(wait + 1), this::again);
        } else {
            fail(failure);
        }
    }

    private void again() {
        synchronized (this) {
            if (over) {
                return;
            }
        }
        Lease lease = router.lease(needs, ask.size(), null, List.of());
        if (lease != null) {
            send(lease, legs.isEmpty() ? Purpose.FIRST : Purpose.FAILOVER, null);
        } else {
            fail(noNode(router.fresh(needs, ask.size()), config.time.now()));
        }
    }

    private void send(Lease lease, Purpose purpose, @Nullable RelayRequest continuation) {
        Leg leg;
        CompletableFuture<RelayOutcome> future;
        synchronized (this) {
            long left = deadline - config.time.nanos();
            if (over || left <= 0) {
                lease.cancelled();
                if (!over) {
                    end(
                            fault(RelayFailure.of(
                                    FaultCause.DEADLINE, "The deadline passed.", RelayTiming.none(config.time.now()))),
                            null);
                }
                return;
            }
            leg = new Leg(lease, purpose, config.time.nanos(), this::arrived);
            leg.watch = ask.watch(text -> show(leg, text));
            legs.add(leg);
            Decision decision = lease.decision();
            if (decision != null) {
                config.listener.on(new RouteEvent.Sent(lease.node(), purpose, decision));
            }
            RelayRequest request = continuation == null ? ask.request(lease.node()) : continuation;
            Duration timeout = request.timeout().toNanos() < left ? request.timeout() : Duration.ofNanos(left);
            future = transport.sendAsync(lease.node(), request.withTimeout(timeout), leg);
            leg.future = future;
            if (ask.streams() && !leg.over) {
                watchClock(leg);
            }
        }
        CompletableFuture<?> unused = future.whenComplete((outcome, error) -> {
            if (outcome != null) {
                ended(leg, outcome);
            }
        });
    }

    private void watchClock(Leg leg) {
        double p95 = leg.lease.state.firstToken95(ask.size());
        leg.patience = config.time.schedule(config.failover.patience(), () -> impatient(leg));
        if (config.hedging.budget() > 0 && p95 >= 0 && leg.purpose == Purpose.FIRST) {
            leg.hedge = config.time.schedule(seconds(p95), () -> hedge(leg));
        }
    }

    private void arrived(Leg leg, ByteBuffer chunk) {
        List<Leg> losers = List.of();
        synchronized (this) {
            if (leg.over || over || leg.watch == null || !ask.streams()) {
                return;
            }
            // Text is shown while the watch reads, so whoever is first has won before.
            boolean wasFirst = winner == null;
            if (!leg.watch.feed(chunk)) {
                return;
            }
            leg.piece(config.time.nanos());
            if (wasFirst) {
                winner = leg;
                losers = legs.stream()
                        .filter(other -> other != leg && !other.over)
                        .toList();
                losers.forEach(this::giveUp);
            }
        }
        losers.forEach(RouteCall::cancelRelay);
    }

    private void show(Leg leg, String text) {
        if (winner == null || winner == leg) {
            shown.append(text);
            content.onText(text);
        }
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

    private static void cancelRelay(Leg leg) {
        if (leg.future != null) {
            leg.future.cancel(true);
        }
    }

    /** The first token is later than nearly all of this node's: another operator gets a chance, if the purse allows it. */
    private void hedge(Leg leg) {
        Lease lease;
        synchronized (this) {
            if (over || leg.over || leg.hasContent()) {
                return;
            }
            lease = router.lease(needs, ask.size(), null, List.of(leg.lease.state));
            if (lease == null) {
                return;
            }
            if (lease.state.operator().equals(leg.lease.state.operator()) || !router.hedging.take(1)) {
                lease.cancelled();
                return;
            }
        }
        send(lease, Purpose.HEDGE, null);
    }

    /** Nothing came for so long that another node is asked instead; if there is none, the wait goes on. */
    private void impatient(Leg leg) {
        Lease lease;
        synchronized (this) {
            boolean alone = legs.stream().allMatch(other -> other == leg || other.over);
            if (over || leg.over || leg.hasContent() || !alone || sent() >= config.failover.attempts()) {
                return;
            }
            lease = router.lease(needs, ask.size(), null, tried());
            if (lease == null || !router.retrying.take(1)) {
                if (lease != null) {
                    lease.cancelled();
                }
                return;
            }
            leg.end(FaultCause.FIRST_BYTE_TIMEOUT, config.time.nanos());
            leg.billLeast(config.facts.apply(leg.node()));
            Duration patience = config.failover.patience();
            if (patience.toNanos() / 1e9 >= SILENCE_IN_P95 * leg.lease.state.firstToken95(ask.size())) {
                leg.lease.failed(FaultCause.FIRST_BYTE_TIMEOUT);
            } else {
                leg.lease.givenUp(patience);
            }
        }
        cancelRelay(leg);
        send(lease, Purpose.FAILOVER, null);
    }

    private void ended(Leg leg, RelayOutcome outcome) {
        Decoded<T> decoded = outcome instanceof RelayResponse response
                ? ask.read(response)
                : new Decoded.Fault<>((RelayFailure) outcome);
        outcome.timing().connect().ifPresent(leg.lease.state::connected);
        if (decoded instanceof Decoded.Ok<T> ok) {
            answered(leg, ok.answer(), outcome);
        } else {
            failed(leg, ((Decoded.Fault<T>) decoded).failure());
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
            if (refusedAsCaller != null) {
                router.refusedAlone(refusedAsCaller.lease.state);
            }
            losers = legs.stream().filter(other -> !other.over).toList();
            losers.forEach(this::giveUp);
        }
        losers.forEach(RouteCall::cancelRelay);
        end(new Decoded.Ok<>(before.isEmpty() ? answer : ask.joined(before, answer)), leg.node());
    }

    private void failed(Leg leg, RelayFailure failure) {
        boolean another;
        boolean cut;
        synchronized (this) {
            if (leg.over || over) {
                return;
            }
            cut = ask.streams() && leg.hasContent();
            leg.end(failure.cause(), config.time.nanos());
            if (cut) {
                leg.billLeast(config.facts.apply(leg.node()));
            }
            tell(leg, failure);
            if (legs.stream().anyMatch(other -> !other.over)) {
                // A hedge is still under way: the request is not lost yet, and the next content wins.
                winner = winner == leg ? null : winner;
                return;
            }
            another = cut ? config.failover.onCut() != CutPolicy.FAIL : worthAnother(leg, failure);
            another &= sent() < config.failover.attempts() && deadline - config.time.nanos() > 0;
            another = another && router.retrying.take(1);
        }
        if (!another) {
            fail(failure);
        } else if (cut) {
            resume(failure);
        } else {
            failover(failure);
        }
    }

    private void tell(Leg leg, RelayFailure failure) {
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

    private void failover(RelayFailure failure) {
        Lease lease = router.lease(needs, ask.size(), null, tried());
        if (lease != null) {
            send(lease, Purpose.FAILOVER, null);
        } else if (failure.cause().blame() == Blame.REFUSED) {
            waitOrEnd(failure);
        } else if (failure.cause().retryable()) {
            config.time.schedule(PAUSE_AT_ONE_NODE, this::again);
        } else {
            fail(failure);
        }
    }

    /** Goes on with an answer that broke off, or begins it anew. */
    private void resume(RelayFailure failure) {
        Lease lease = router.lease(needs, ask.size(), null, tried());
        if (lease == null) {
            fail(failure);
            return;
        }
        RelayRequest continuation = null;
        synchronized (this) {
            winner = null;
            if (config.failover.onCut() == CutPolicy.CONTINUE) {
                before = shown.toString();
                continuation = ask.continuation(lease.node(), before).orElse(null);
                if (continuation == null) {
                    lease.cancelled();
                }
            } else {
                shown.setLength(0);
                content.onRestart();
            }
        }
        if (continuation == null && config.failover.onCut() == CutPolicy.CONTINUE) {
            fail(failure);
        } else {
            send(lease, continuation == null ? Purpose.FAILOVER : Purpose.CONTINUATION, continuation);
        }
    }

    private int sent() {
        return (int) legs.stream().filter(leg -> leg.purpose != Purpose.HEDGE).count();
    }

    private synchronized List<NodeState> tried() {
        return legs.stream().map(leg -> leg.lease.state).toList();
    }

    private void cancelled() {
        List<Leg> open;
        synchronized (this) {
            over = true;
            open = legs.stream().filter(leg -> !leg.over).toList();
            for (Leg leg : open) {
                leg.end(FaultCause.CANCELLED, config.time.nanos());
                leg.lease.cancelled();
            }
        }
        open.forEach(RouteCall::cancelRelay);
    }

    private void fail(RelayFailure failure) {
        end(fault(failure), null);
    }

    private static <T> Decoded<T> fault(RelayFailure failure) {
        return new Decoded.Fault<>(failure);
    }

    private void end(Decoded<T> outcome, @Nullable Node node) {
        RoutedAnswer<T> answer;
        synchronized (this) {
            over = true;
            answer = new RoutedAnswer<>(outcome, legs.stream().map(Leg::attempt).toList(), Optional.ofNullable(node));
        }
        result.complete(answer);
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos((long) (value * 1e9));
    }
}
