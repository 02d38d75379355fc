package network.pokt.mlqos.relay.resilience;

import java.util.function.Consumer;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayTransport;

/** What all relays of one transport share. */
record Surroundings(
        RelayTransport inner,
        TimeSource time,
        AttemptListener attempts,
        int maxAttempts,
        Complaints complaints,
        Consumer<ResilientRelay> onEnd) {}
