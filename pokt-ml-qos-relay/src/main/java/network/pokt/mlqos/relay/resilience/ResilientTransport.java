package network.pokt.mlqos.relay.resilience;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a transport in policies that are kept per node: sending again, breaking the circuit, limiting rate and number.
 *
 * <pre>{@code
 * RelayTransport transport = ResilientTransport.around(OpenAiHttpTransport.create())
 *         .retry(RetryPolicy.defaults().withMaxAttempts(5))
 *         .rateLimit(RateLimit.of(20, Duration.ofSeconds(1)))
 *         .build();
 * }</pre>
 *
 * <p>A relay takes a place in the bulkhead, and keeps it through all attempts and waits. Before each attempt it waits for its
 * turn under the rate limit and asks the circuit breaker. An attempt whose {@linkplain FaultCause#retryable() cause} or status
 * allows it is followed by another, unless the caller's listener has been shown something of it. So the listener sees one
 * answer at most; the price is that it sees a head only with the first byte of the body, and an answer that may lead to another
 * attempt only when there is none. What is refused here, without being sent, ends as {@link FaultCause#THROTTLED} or
 * {@link FaultCause#CIRCUIT_OPEN}; if an attempt was made before, its outcome is returned instead.
 *
 * <p>The timeout of a relay bounds all its attempts and waits together. Each attempt may be charged; see
 * {@link Builder#onAttempt}.
 *
 * <p>No thread is blocked: waits are scheduled, and a future may be completed on the scheduler's thread. Thread-safe. Closing
 * closes the wrapped transport too.
 */
public final class ResilientTransport implements RelayTransport {

    private final Surroundings around;
    private final NodeGuards guards;
    private final Set<ResilientRelay> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ResilientTransport(Builder builder) {
        RetryPolicy retry = builder.retry;
        Policies policies = new Policies(retry, builder.circuit, builder.rate, builder.maxConcurrent);
        Backoff backoff = new Backoff(
                retry == null ? RetryPolicy.defaults() : retry,
                new Random(builder.seed == null ? builder.time.nanos() : builder.seed));
        int maxAttempts = retry == null ? 1 : retry.maxAttempts();
        guards = new NodeGuards(builder.time, builder.forgetAfter, policies, backoff);
        around = new Surroundings(
                builder.inner, builder.time, builder.attempts, maxAttempts, new Complaints(), inHand::remove);
    }

    /** Begins a transport around {@code inner} with retries and circuit breakers at their defaults and no limits. */
    public static Builder around(RelayTransport inner) {
        return new Builder(inner);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        ResilientRelay relay = new ResilientRelay(around, node, request, listener, guards.of(node.id()));
        // In this order, so that close() either finds this relay or has set the flag.
        inHand.add(relay);
        if (closed) {
            end(relay);
        } else {
            relay.begin();
        }
        return relay.outcome();
    }

    private static void end(ResilientRelay relay) {
        relay.end(FaultCause.CANCELLED, "The transport is closed.");
    }

    @Override
    public void close() {
        closed = true;
        inHand.forEach(ResilientTransport::end);
        around.inner().close();
    }

    /** Returns how many nodes something is kept about. */
    int nodes() {
        return guards.size();
    }

    /** Returns how many relays have not ended. */
    int relaysInHand() {
        return inHand.size();
    }

    @Override
    public String toString() {
        return "ResilientTransport[" + around.inner() + "]";
    }

    /** Collects the policies of a transport. Not thread-safe. */
    public static final class Builder {

        private final RelayTransport inner;
        private @Nullable RetryPolicy retry = RetryPolicy.defaults();
        private @Nullable CircuitPolicy circuit = CircuitPolicy.defaults();
        private @Nullable RateLimit rate;
        private int maxConcurrent;
        private AttemptListener attempts = AttemptListener.NONE;
        private TimeSource time = TimeSource.system();
        private @Nullable Long seed;
        private Duration forgetAfter = Duration.ofHours(1);

        private Builder(RelayTransport inner) {
            this.inner = inner;
        }

        /** How often and when to send again; {@link RetryPolicy#defaults()} unless set. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** Sends every relay once. */
        public Builder noRetry() {
            this.retry = null;
            return this;
        }

        /** When to stop asking a node; {@link CircuitPolicy#defaults()} unless set. */
        public Builder circuitBreaker(CircuitPolicy circuit) {
            this.circuit = circuit;
            return this;
        }

        /** Asks every node however often it failed. */
        public Builder noCircuitBreaker() {
            this.circuit = null;
            return this;
        }

        /** How many attempts each node gets per period; no limit unless set. */
        public Builder rateLimit(RateLimit rate) {
            this.rate = rate;
            return this;
        }

        /** How many relays, waiting ones included, there may be per node at a time; no limit unless set. */
        public Builder maxConcurrent(int maxConcurrent) {
            if (maxConcurrent < 1) {
                throw new IllegalArgumentException(
                        "There must be room for at least one relay per node, got " + maxConcurrent + ".");
            }
            this.maxConcurrent = maxConcurrent;
            return this;
        }

        /** Who is told of every attempt that was sent; nobody unless set. */
        public Builder onAttempt(AttemptListener attempts) {
            this.attempts = attempts;
            return this;
        }

        /** How long a node must not have been asked before what is kept about it may be dropped; 1 h unless set. */
        public Builder forgetAfter(Duration forgetAfter) {
            if (forgetAfter.isNegative() || forgetAfter.isZero()) {
                throw new IllegalArgumentException(
                        "The time after which nodes are forgotten must be positive, got " + forgetAfter + ".");
            }
            this.forgetAfter = forgetAfter;
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /** Makes the random parts of waits the same in every run; different in each unless set. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        public ResilientTransport build() {
            return new ResilientTransport(this);
        }
    }
}
