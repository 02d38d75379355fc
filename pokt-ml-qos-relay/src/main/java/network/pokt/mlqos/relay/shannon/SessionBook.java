package network.pokt.mlqos.relay.shannon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sessions of all our applications, kept up with the height of the chain: it asks for the height every so often, and has the
 * next sessions prepared as soon as the old ones end. Thread-safe.
 */
final class SessionBook {

    private static final Logger log = LoggerFactory.getLogger(SessionBook.class);

    private final ShannonNode chain;
    private final TimeSource time;
    private final Duration pollEvery;
    private final List<SessionLine> lines;
    private final Map<String, List<SessionLine>> byService;
    private final AtomicLong height = new AtomicLong();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicBoolean polling = new AtomicBoolean();
    private final Map<SessionHeader, Long> confirmed = new ConcurrentHashMap<>();
    private volatile boolean closed;

    SessionBook(
            ShannonNode chain,
            List<Tenant> tenants,
            SessionMaker maker,
            TimeSource time,
            Duration pollEvery,
            Consumer<SessionChange> changes) {
        this.chain = chain;
        this.time = time;
        this.pollEvery = pollEvery;
        lines = tenants.stream()
                .map(tenant -> new SessionLine(tenant, maker, (before, after) -> begun(before, after, changes)))
                .toList();
        byService = lines.stream()
                .collect(Collectors.groupingBy(line -> line.tenant().service()));
    }

    private void begun(Optional<LiveSession> before, LiveSession after, Consumer<SessionChange> changes) {
        reached(after.header().sessionStartBlockHeight());
        log.debug("Session {} has begun.", after.header());
        try {
            changes.accept(SessionChange.between(before, after));
        } catch (RuntimeException e) {
            log.warn("A listener for sessions threw.", e);
        }
    }

    List<SessionLine> lines() {
        return lines;
    }

    /**
     * Returns a session in which the supplier can be sent a relay, with that relay taken from its budget. The future is done
     * already unless a session has to be waited for; it fails with {@link RejectedException}.
     */
    CompletableFuture<LiveSession> take(NodeId node) {
        startPolling();
        List<SessionLine> mine = byService.getOrDefault(node.service(), List.of());
        Optional<LiveSession> ready = takeNow(mine, node.supplier());
        if (ready.isPresent()) {
            return CompletableFuture.completedFuture(ready.get());
        }
        List<CompletableFuture<LiveSession>> renewals = new ArrayList<>();
        for (SessionLine line : mine) {
            if (line.isOver(height.get())) {
                renewals.add(line.renew());
            }
        }
        return renewals.isEmpty()
                ? CompletableFuture.failedFuture(nothingFor(mine, node))
                : firstSuccess(renewals)
                        .thenApply(renewed -> takeNow(mine, node.supplier()).orElseThrow(() -> nothingFor(mine, node)));
    }

    /**
     * Applications take turns, so that their budgets are used alike. A session that has ended comes after all that have not:
     * its grace period may be over sooner than we know.
     */
    private Optional<LiveSession> takeNow(List<SessionLine> mine, String supplier) {
        long now = height.get();
        int first = mine.size() < 2 ? 0 : Math.floorMod(turn.getAndIncrement(), mine.size());
        return takeNow(mine, first, supplier, line -> line.currentWith(supplier, now))
                .or(() -> takeNow(mine, first, supplier, line -> line.previousWith(supplier, now)));
    }

    private static Optional<LiveSession> takeNow(
            List<SessionLine> mine,
            int first,
            String supplier,
            Function<SessionLine, Optional<LiveSession>> sessionOf) {
        for (int i = 0; i < mine.size(); i++) {
            SessionLine line = mine.get((first + i) % mine.size());
            Optional<LiveSession> session = sessionOf.apply(line).filter(live -> live.take(supplier));
            if (session.isPresent()) {
                return session;
            }
        }
        return Optional.empty();
    }

    private RejectedException nothingFor(List<SessionLine> mine, NodeId node) {
        if (mine.isEmpty()) {
            return new RejectedException(
                    Rejection.NOT_IN_SESSION, "There is no application for service '" + node.service() + "'; add one.");
        }
        boolean served = mine.stream()
                .anyMatch(
                        line -> line.currentWith(node.supplier(), height.get()).isPresent());
        return served
                ? new RejectedException(
                        Rejection.BUDGET_SPENT,
                        "The session pays for no further relay of " + node + "; ask another node until it ends.")
                : new RejectedException(
                        Rejection.NOT_IN_SESSION,
                        "The node " + node + " is in no current session; ask the directory which ones are.");
    }

    /** Done when one has succeeded, failed when all have. */
    @SuppressWarnings("FutureReturnValueIgnored") // completing a future throws nothing
    private static CompletableFuture<LiveSession> firstSuccess(List<CompletableFuture<LiveSession>> futures) {
        CompletableFuture<LiveSession> first = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(futures.size());
        for (CompletableFuture<LiveSession> future : futures) {
            future.whenComplete((live, thrown) -> {
                if (thrown == null) {
                    first.complete(live);
                } else if (left.decrementAndGet() == 0) {
                    first.completeExceptionally(thrown);
                }
            });
        }
        return first;
    }

    /**
     * Asks the chain anew after a miner has refused a session, and takes a relay in whatever session has the supplier then. If
     * the chain still says what it said, the future fails with the miner's refusal; that is asked once per poll at most, so that
     * a miner cannot make us flood a full node.
     */
    CompletableFuture<LiveSession> takeInstead(LiveSession refused, NodeId node, RejectedException why) {
        Long asked = confirmed.get(refused.header());
        if (asked != null && time.nanos() - asked < pollEvery.toNanos()) {
            return CompletableFuture.failedFuture(why);
        }
        Optional<SessionLine> line = byService.getOrDefault(node.service(), List.of()).stream()
                .filter(each ->
                        each.tenant().application().equals(refused.header().applicationAddress()))
                .findFirst();
        if (line.isEmpty()) {
            return CompletableFuture.failedFuture(why);
        }
        return refresh()
                .handle((done, thrown) -> line.get())
                .thenCompose(each -> each.isNewerThan(refused)
                        ? CompletableFuture.completedFuture(each.current().orElse(refused))
                        : each.renew())
                .thenApply(current -> {
                    if (current.header().equals(refused.header())) {
                        confirm(refused);
                        throw why;
                    }
                    return takeNow(byService.getOrDefault(node.service(), List.of()), node.supplier())
                            .filter(live -> !live.header().equals(refused.header()))
                            .orElseThrow(() -> new RejectedException(
                                    Rejection.NOT_IN_SESSION,
                                    "The session of node " + node + " ended while the relay was on its way, and the"
                                            + " next is without it; ask the directory."));
                });
    }

    private void confirm(LiveSession session) {
        confirmed
                .keySet()
                .removeIf(old -> old.sessionEndBlockHeight()
                        < session.header().sessionStartBlockHeight()
                                - session.session().blocksPerSession());
        confirmed.put(session.header(), time.nanos());
    }

    /** Asks for the height now and renews the sessions that have ended; done when all that can be renewed are. */
    CompletableFuture<Void> refresh() {
        return chain.height().thenCompose(this::advanceTo);
    }

    /** Loads every session that is not there yet, and fails if one cannot be had. */
    CompletableFuture<Void> load() {
        startPolling();
        return CompletableFuture.allOf(lines.stream()
                .filter(line -> line.isBehind(height.get()))
                .map(SessionLine::renew)
                .toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> advanceTo(long newest) {
        reached(newest);
        return CompletableFuture.allOf(lines.stream()
                .filter(line -> line.isBehind(height.get()) && line.current().isPresent())
                .map(line -> line.renew().handle((live, thrown) -> {
                    if (thrown != null) {
                        log.debug("The next session of {} is not to be had yet.", line.tenant(), thrown);
                    }
                    return live;
                }))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void reached(long newest) {
        height.accumulateAndGet(newest, Math::max);
    }

    long height() {
        return height.get();
    }

    private void startPolling() {
        if (!polling.get() && polling.compareAndSet(false, true)) {
            time.schedule(pollEvery, this::poll);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the next poll is what matters
    private void poll() {
        if (closed) {
            return;
        }
        time.schedule(pollEvery, this::poll);
        refresh().whenComplete((done, thrown) -> {
            if (thrown != null) {
                log.debug("The full node does not tell its height.", thrown);
            }
        });
    }

    void close() {
        closed = true;
    }
}
