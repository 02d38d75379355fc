package network.pokt.mlqos.relay.supplier.adapter;

import java.time.Duration;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;

/** Asks a model server whether it can serve, at most once in a while, so that nobody can flood it with the question. */
final class Readiness {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long GOOD_NANOS = Duration.ofSeconds(2).toNanos();

    private final RelayTransport transport;
    private final Node node;
    private final String path;
    private final TimeSource time;
    private boolean asked;
    private boolean ready;
    private long answeredNanos;

    Readiness(RelayTransport transport, Node node, String path, TimeSource time) {
        this.transport = transport;
        this.node = node;
        this.path = path;
        this.time = time;
    }

    /** Returns whether the server answered 200, now or within the last 2 s. Whoever comes meanwhile waits for the same answer. */
    synchronized boolean ready() throws InterruptedException {
        if (!asked || time.nanos() - answeredNanos > GOOD_NANOS) {
            ready = transport.send(node, RelayRequest.get(path).withTimeout(TIMEOUT)) instanceof RelayResponse response
                    && response.status() == 200;
            answeredNanos = time.nanos();
            asked = true;
        }
        return ready;
    }
}
