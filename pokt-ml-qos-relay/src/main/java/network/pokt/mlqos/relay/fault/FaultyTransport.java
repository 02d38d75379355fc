package network.pokt.mlqos.relay.fault;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * Wraps a transport in faults, to see how whoever sends relays bears them.
 *
 * <pre>{@code
 * RelayTransport shaky = FaultyTransport.around(OpenAiHttpTransport.create())
 *         .plan(FaultPlan.NONE.withLatency(Duration.ofMillis(50), Duration.ofMillis(300)).withLoss(0.02))
 *         .seed(7)
 *         .build();
 * }</pre>
 *
 * <p>Every relay is sent. Of one that is lost the answer is thrown away, so that it was served and may have to be paid; an
 * answer that is cut breaks off at some byte, before which the listener has seen it; a corrupted one arrives whole with one bit
 * turned. The listener sees what the outcome says, later by the latency. Relays draw their fates in the order in which they
 * are sent: equal seeds and orders have equal fates. Failures of the wrapped transport come through as they are, later by the
 * latency.
 *
 * <p>Thread-safe. Closing closes the wrapped transport.
 */
public final class FaultyTransport implements RelayTransport {

    private final RelayTransport inner;
    private final FaultPlan plan;
    private final TimeSource time;
    private final Random random;
    private final Set<FaultyRelay> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private FaultyTransport(Builder builder) {
        inner = builder.inner;
        plan = builder.plan;
        time = builder.time;
        random = new Random(builder.seed);
    }

    /** Begins a transport around {@code inner} that does it no harm yet. */
    public static Builder around(RelayTransport inner) {
        return new Builder(inner);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        FaultyRelay relay = new FaultyRelay(drawn(), time, request.timeout(), listener, inHand::remove);
        // In this order, so that close() either finds this relay or has set the flag.
        inHand.add(relay);
        if (closed) {
            relay.close();
        } else {
            relay.begin(inner, node, request);
        }
        return relay.outcome();
    }

    private synchronized Fate drawn() {
        return Fate.draw(plan, random);
    }

    @Override
    public void close() {
        closed = true;
        inHand.forEach(FaultyRelay::close);
        inner.close();
    }

    @Override
    public String toString() {
        return "FaultyTransport[" + plan + ", " + inner + "]";
    }

    /** Collects the settings of a transport. Not thread-safe. */
    public static final class Builder {

        private final RelayTransport inner;
        private FaultPlan plan = FaultPlan.NONE;
        private TimeSource time = TimeSource.system();
        private long seed;

        private Builder(RelayTransport inner) {
            this.inner = inner;
        }

        /** Which faults, and how often; none unless set. */
        public Builder plan(FaultPlan plan) {
            this.plan = plan;
            return this;
        }

        /** From what the fates are drawn; 0 unless set. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        public FaultyTransport build() {
            return new FaultyTransport(this);
        }
    }
}
