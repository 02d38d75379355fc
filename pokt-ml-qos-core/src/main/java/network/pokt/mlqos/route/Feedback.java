package network.pokt.mlqos.route;

import java.time.Duration;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;

/** Takes how relays ended to the nodes' states, benches those that fail too often, and tells the listener. Thread-safe. */
final class Feedback {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RouterConfig config;
    private final Nodes nodes;

    Feedback(RouterConfig config, Nodes nodes) {
        this.config = config;
        this.nodes = nodes;
    }

    /** Returns the time as loads count it. */
    long millis() {
        return config.time.nanos() / NANOS_PER_MILLI;
    }

    void answered(NodeState state, Observation seen, Met met) {
        state.load().end();
        state.answered(seen, met, nodes.latency, nodes.failureRate(), config.time.nanos());
        config.listener.on(new RouteEvent.Answered(state.node(), seen));
    }

    void failed(NodeState state, FaultCause cause) {
        state.load().end();
        long now = config.time.nanos();
        boolean benched = state.failed(cause, nodes.failureRate(), now, () -> nodes.benchHasRoom(state, now));
        if (cause.blame() != Blame.OURS) {
            config.listener.on(new RouteEvent.Failed(state.node(), cause));
        }
        tellBenched(state, benched, now);
    }

    /** Holds a refusal against the node after all, for another took the same request. */
    void refusedAlone(NodeState state) {
        long now = config.time.nanos();
        tellBenched(state, state.refusedAlone(nodes.failureRate(), now, () -> nodes.benchHasRoom(state, now)), now);
    }

    private void tellBenched(NodeState state, boolean benched, long now) {
        if (benched) {
            nodes.epoch.incrementAndGet();
            if (config.listener != RouteListener.NONE) {
                config.listener.on(new RouteEvent.Benched(state.node(), state.view(now)));
            }
        }
    }

    void givenUp(NodeState state, RequestSize size, Met met, Duration waited) {
        state.load().end();
        state.waitedFor(size, met, waited, config.time.nanos());
    }

    /** Leaves the node alone for as long as it asked for. */
    void pause(NodeState state, Duration wait) {
        state.pause(config.time.nanos() + wait.toNanos());
        nodes.epoch.incrementAndGet();
    }
}
