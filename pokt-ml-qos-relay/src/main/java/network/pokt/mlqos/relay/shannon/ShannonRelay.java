package network.pokt.mlqos.relay.shannon;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.relay.shannon.message.PoktHttpRequest;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One relay: finds its session, signs it, posts it, checks what comes back, and if the miner knows a newer session than we did,
 * does so once more. Throws nothing: its future ends.
 */
final class ShannonRelay {

    private static final Logger log = LoggerFactory.getLogger(ShannonRelay.class);

    private final Wire wire;
    private final Node node;
    private final RelayRequest request;
    private final RelayListener listener;
    private final RelayClock clock;
    private final RelayFuture outcome = new RelayFuture();

    ShannonRelay(Wire wire, Node node, RelayRequest request, RelayListener listener) {
        this.wire = wire;
        this.node = node;
        this.request = request;
        this.listener = listener;
        this.clock = new RelayClock(wire.time());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // removing it from a set throws nothing
    RelayFuture begin() {
        outcome.whenComplete((ended, thrown) -> wire.onEnd().accept(this));
        try {
            PoktHttpRequest inner = InnerRequest.of(node, request);
            guarded(() -> whenReady(wire.sessions().take(node.id()), session -> send(inner, session, true)));
        } catch (IllegalArgumentException e) {
            fail(FaultCause.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return outcome;
    }

    RelayFuture outcome() {
        return outcome;
    }

    /** Goes on when the future is done, at once if it is; while it is not, the relay's own time runs. */
    @SuppressWarnings("FutureReturnValueIgnored") // the action is guarded
    private <T> void whenReady(CompletableFuture<T> future, Consumer<T> action) {
        if (!future.isDone()) {
            TimeSource.Scheduled timeout = wire.time()
                    .schedule(
                            remaining(),
                            () -> reject(new RejectedException(
                                    Rejection.CHAIN_UNAVAILABLE,
                                    "The relay's time ran out while the chain was asked.")));
            future.whenComplete((value, thrown) -> timeout.cancel());
        }
        future.whenComplete((value, thrown) -> guarded(() -> {
            if (thrown == null) {
                action.accept(value);
            } else {
                reject(RejectedException.of(thrown));
            }
        }));
    }

    private void send(PoktHttpRequest inner, LiveSession session, boolean mayGoAgain) {
        String supplier = node.id().supplier();
        whenReady(
                wire.keys().of(supplier),
                key -> key.ifPresentOrElse(
                        found -> post(inner, session, found, mayGoAgain),
                        () -> reject(new RejectedException(
                                Rejection.NO_SUPPLIER_KEY,
                                "The account " + supplier + " has no key on chain, so no reply could be verified;"
                                        + " nothing was sent."))));
    }

    private void post(PoktHttpRequest inner, LiveSession session, PocketPublicKey key, boolean mayGoAgain) {
        ShannonRequest unsigned =
                ShannonRequest.unsigned(session.header(), node.id().supplier(), inner.encode());
        ShannonRequest signed = unsigned.signed(session.signer().sign(unsigned.signableHash()));
        ReplyReader reader = new ReplyReader(
                new ReplyCheck(session.header(), key, wire.signatures(), wire.errors()),
                clock,
                listener,
                evidence(signed, key));
        Duration remaining = remaining();
        if (outcome.isDone() || remaining.isNegative() || remaining.isZero()) {
            fail(FaultCause.DEADLINE, "The relay's time was over before it could be sent.");
            return;
        }
        RpcType type = session.nodes().rpcTypes().getOrDefault(node.id().supplier(), RpcType.JSON_RPC);
        RelayRequest post = InnerRequest.post(node, type, signed.encode())
                .timeout(remaining)
                .build();
        CompletableFuture<RelayOutcome> underWay = wire.http().sendAsync(InnerRequest.origin(node), post, reader);
        outcome.attach(underWay);
        conclude(underWay, reader, inner, session, mayGoAgain);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the action is guarded
    private void conclude(
            CompletableFuture<RelayOutcome> underWay,
            ReplyReader reader,
            PoktHttpRequest inner,
            LiveSession session,
            boolean mayGoAgain) {
        underWay.whenComplete((reply, thrown) -> guarded(() -> {
            if (reply == null) {
                return; // Cancelled, which the caller did.
            }
            try {
                end(reply, reader);
            } catch (RejectedException e) {
                if (mayGoAgain && e.rejection().next() == NextStep.REFETCH_SESSION && !reader.hasShown()) {
                    tell(e);
                    whenReady(
                            wire.sessions().takeInstead(session, node.id(), e), renewed -> send(inner, renewed, false));
                } else {
                    reject(e);
                }
            }
        }));
    }

    private void end(RelayOutcome reply, ReplyReader reader) {
        RejectedException rejection = reader.rejection();
        if (rejection != null) {
            throw rejection;
        }
        if (reply instanceof RelayFailure failure) {
            fail(failure.cause(), failure.detail());
            return;
        }
        RelayResponse answer = reader.conclude((RelayResponse) reply);
        outcome.complete(new RelayResponse(answer.status(), answer.headers(), answer.body(), clock.finish()));
    }

    private Consumer<ReplyCheck.Checked> evidence(ShannonRequest signed, PocketPublicKey key) {
        Consumer<RelayProof> proofs = wire.proofs();
        return proofs == null ? checked -> {} : checked -> proofs.accept(new RelayProof(signed, checked.reply(), key));
    }

    private Duration remaining() {
        long total = TimeUnit.NANOSECONDS.convert(request.timeout());
        return Duration.ofNanos(total - clock.elapsedNanos());
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RejectedException e) {
            reject(e);
        } catch (RuntimeException | Error e) {
            log.debug("A relay to {} failed here.", node, e);
            fail(
                    FaultCause.INTERNAL,
                    "The relay failed here with " + e.getClass().getName() + ".");
        }
    }

    private void reject(RejectedException why) {
        if (!outcome.isDone()) {
            tell(why);
            outcome.endWith(why.failure(clock.finish()));
        }
    }

    private void tell(RejectedException why) {
        try {
            wire.rejections().onRejection(node, why.rejection());
        } catch (RuntimeException e) {
            log.warn("A listener for rejections threw.", e);
        }
    }

    /** Ends with this failure, unless it has ended. */
    void fail(FaultCause cause, String detail) {
        outcome.endWith(RelayFailure.of(cause, detail, clock.finish()));
    }
}
