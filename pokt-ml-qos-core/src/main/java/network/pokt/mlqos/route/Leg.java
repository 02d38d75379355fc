package network.pokt.mlqos.route;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource.Scheduled;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import org.jspecify.annotations.Nullable;

/** One relay of a call while it is under way, and what is to be told of it afterwards. Guarded by its call. */
final class Leg implements RelayListener {

    /** Is told of content. */
    @FunctionalInterface
    interface Watcher {
        void content(Leg leg, ByteBuffer chunk);
    }

    final Lease lease;
    final Attempt.Purpose purpose;
    final long startNanos;
    private final Watcher watcher;
    Ask.@Nullable ContentWatch watch;

    @Nullable
    CompletableFuture<RelayOutcome> future;

    @Nullable
    Scheduled patience;

    @Nullable
    Scheduled hedge;

    boolean over;
    private long firstContent = -1;
    private long lastContent;
    private long longestGap = -1;
    private int pieces;
    private @Nullable FaultCause fault;
    private long took;
    private BigDecimal cost = BigDecimal.ZERO;

    Leg(Lease lease, Attempt.Purpose purpose, long startNanos, Watcher watcher) {
        this.lease = lease;
        this.purpose = purpose;
        this.startNanos = startNanos;
        this.watcher = watcher;
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        watcher.content(this, chunk);
    }

    /** Notes a piece of content. */
    void piece(long nanos) {
        if (firstContent < 0) {
            firstContent = nanos - startNanos;
            lease.firstContent();
        } else {
            longestGap = Math.max(longestGap, nanos - lastContent);
        }
        lastContent = nanos;
        pieces++;
    }

    boolean hasContent() {
        return firstContent >= 0;
    }

    Optional<Duration> longestGap() {
        return longestGap < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(longestGap));
    }

    /** Ends the relay for whoever asked, and calls off what waits for it. */
    void end(@Nullable FaultCause cause, long nanos) {
        over = true;
        fault = cause;
        took = nanos - startNanos;
        if (patience != null) {
            patience.cancel();
        }
        if (hedge != null) {
            hedge.cancel();
        }
    }

    void cancelRelay() {
        if (future != null) {
            future.cancel(true);
        }
    }

    void bill(NodeFacts facts, TokenUsage usage) {
        cost = facts.rate().cost(1, usage.promptTokens(), usage.completionTokens());
    }

    /** Bills what has certainly been used. */
    void billLeast(NodeFacts facts) {
        cost = facts.rate().cost(1, lease.size().promptTokens(), pieces);
    }

    Node node() {
        return lease.node();
    }

    Attempt attempt() {
        return new Attempt(
                node(),
                purpose,
                Optional.ofNullable(fault),
                firstContent < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(firstContent)),
                Duration.ofNanos(took),
                cost);
    }
}
