package network.pokt.mlqos.relay.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * The guards of all nodes, made from one set of policies. A guard that has not been used for long is dropped when a new node
 * comes, which is the only time at which there can be more of them. Thread-safe.
 */
final class NodeGuards {

    /** Slow answers are no failures: how slow is too slow is for timeouts and rankings to say. */
    private static final Duration NEVER_SLOW = Duration.ofDays(365);

    private final TimeSource time;
    private final Duration forgetAfter;
    private final @Nullable RetryConfig retry;
    private final @Nullable CircuitBreakerConfig breaker;
    private final @Nullable RateLimiterConfig limiter;
    private final @Nullable BulkheadConfig bulkhead;
    private final ConcurrentMap<NodeId, NodeGuard> guards = new ConcurrentHashMap<>();

    NodeGuards(TimeSource time, Duration forgetAfter, Policies policies, Backoff backoff) {
        this.time = time;
        this.forgetAfter = forgetAfter;
        this.retry = policies.retry() == null ? null : retryConfig(policies.retry(), backoff);
        this.breaker = policies.circuit() == null ? null : breakerConfig(policies.circuit(), time);
        this.limiter = policies.rate() == null ? null : limiterConfig(policies.rate());
        this.bulkhead = policies.maxConcurrent() == 0 ? null : bulkheadConfig(policies.maxConcurrent());
    }

    /** Returns the guard of a node, the same as before unless it was dropped. */
    NodeGuard of(NodeId node) {
        long now = time.nanos();
        NodeGuard guard = guards.get(node);
        if (guard == null) {
            guards.values().removeIf(old -> old.unusedFor(forgetAfter, now));
            guard = guards.computeIfAbsent(node, this::newGuard);
        }
        guard.used(now);
        return guard;
    }

    /** Returns how many guards are kept. */
    int size() {
        return guards.size();
    }

    private NodeGuard newGuard(NodeId node) {
        String name = node.toString();
        return new NodeGuard(
                retry == null ? null : Retry.of(name, retry),
                breaker == null ? null : CircuitBreaker.of(name, breaker),
                limiter == null ? null : RateLimiter.of(name, limiter, time::nanos),
                bulkhead == null ? null : Bulkhead.of(name, bulkhead));
    }

    private static RetryConfig retryConfig(RetryPolicy policy, Backoff backoff) {
        return RetryConfig.<Verdict>custom()
                .maxAttempts(policy.maxAttempts())
                .retryOnResult(Verdict::retryable)
                .intervalBiFunction((attempt, result) -> backoff.millis(attempt, verdict(result)))
                .build();
    }

    /** Attempts never end in an exception here, so there is always a right side. */
    private static Verdict verdict(Either<Throwable, Verdict> result) {
        return result.get();
    }

    private static CircuitBreakerConfig breakerConfig(CircuitPolicy policy, TimeSource time) {
        return CircuitBreakerConfig.custom()
                .clock(new TimeSourceClock(time))
                .currentTimestampFunction(clock -> time.nanos(), TimeUnit.NANOSECONDS)
                .slidingWindow(policy.window(), policy.minimum(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold((float) (100 * policy.failureRate()))
                .slowCallDurationThreshold(NEVER_SLOW)
                .waitDurationInOpenState(policy.openFor())
                .permittedNumberOfCallsInHalfOpenState(policy.probes())
                .recordResult(verdict -> ((Verdict) verdict).against())
                .writableStackTraceEnabled(false)
                .build();
    }

    private static RateLimiterConfig limiterConfig(RateLimit limit) {
        return RateLimiterConfig.custom()
                .limitForPeriod(limit.attempts())
                .limitRefreshPeriod(limit.period())
                .timeoutDuration(limit.maxWait())
                .writableStackTraceEnabled(false)
                .build();
    }

    private static BulkheadConfig bulkheadConfig(int maxConcurrent) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(maxConcurrent)
                .maxWaitDuration(Duration.ZERO)
                .writableStackTraceEnabled(false)
                .build();
    }
}
