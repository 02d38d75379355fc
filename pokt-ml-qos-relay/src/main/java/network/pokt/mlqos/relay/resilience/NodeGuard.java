package network.pokt.mlqos.relay.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is kept about one node: the policies that are on, when it was last asked, and how many relays are in hand. */
final class NodeGuard {

    private final @Nullable Retry retry;
    private final @Nullable CircuitBreaker breaker;
    private final @Nullable RateLimiter limiter;
    private final @Nullable Bulkhead bulkhead;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile long lastUsedNanos;

    NodeGuard(
            @Nullable Retry retry,
            @Nullable CircuitBreaker breaker,
            @Nullable RateLimiter limiter,
            @Nullable Bulkhead bulkhead) {
        this.retry = retry;
        this.breaker = breaker;
        this.limiter = limiter;
        this.bulkhead = bulkhead;
    }

    /** Takes one more relay in hand if the bulkhead has room; {@link #leave} gives it back. */
    boolean enter() {
        if (bulkhead != null && !bulkhead.tryAcquirePermission()) {
            return false;
        }
        inHand.incrementAndGet();
        return true;
    }

    void leave(long nowNanos) {
        if (bulkhead != null) {
            bulkhead.onComplete();
        }
        lastUsedNanos = nowNanos;
        inHand.decrementAndGet();
    }

    void used(long nowNanos) {
        lastUsedNanos = nowNanos;
    }

    boolean unusedFor(Duration time, long nowNanos) {
        return inHand.get() == 0 && nowNanos - lastUsedNanos >= time.toNanos();
    }

    /** Returns the nanoseconds until the next attempt may go, or a negative number if that is too long to wait. */
    long reserveTurn() {
        return limiter == null ? 0 : limiter.reservePermission();
    }

    /** Asks to send an attempt; each yes is followed by one {@link #ended} or {@link #dropped}. */
    boolean mayPass() {
        return breaker == null || breaker.tryAcquirePermission();
    }

    /** Tells how an attempt that was let pass ended. */
    void ended(Verdict verdict, Duration took) {
        if (verdict.saysNothing()) {
            dropped();
        } else if (breaker != null) {
            breaker.onResult(took.toNanos(), TimeUnit.NANOSECONDS, verdict);
        }
    }

    /** Tells that an attempt that was let pass has no end worth counting. */
    void dropped() {
        if (breaker != null) {
            breaker.releasePermission();
        }
    }

    /** Returns the count of attempts of one relay, or nothing if there is only one. */
    Retry.@Nullable AsyncContext<Verdict> attempts() {
        return retry == null ? null : retry.asyncContext();
    }
}
