package network.pokt.mlqos.samples.quickstart;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNode;

/** The simulated nodes as suppliers of one service of a local Pocket network, whose sessions last ten seconds. */
final class ShannonNetwork implements AutoCloseable {

    private static final String SERVICE = "llm";
    private static final long COMPUTE_UNITS = 100;
    private static final Duration BLOCK_TIME = Duration.ofSeconds(1);

    /** Several polls a block, so that the next session is ready within the grace period of the last. */
    private static final Duration POLL_EVERY = Duration.ofMillis(200);

    private final LocalPocket pocket;
    private final ShannonTransport transport;
    private final Map<String, String> models;
    private final AtomicLong sessions = new AtomicLong();
    private final AtomicLong replies = new AtomicLong();

    private ShannonNetwork(LocalPocket pocket, Map<String, String> models) {
        this.pocket = pocket;
        this.models = models;
        transport = pocket.transport()
                .pollEvery(POLL_EVERY)
                .onProof(proof -> replies.incrementAndGet())
                .build();
        transport.directory().onChange(change -> sessions.incrementAndGet());
    }

    /** Starts a network with a relay miner before each node. */
    static ShannonNetwork before(List<SimulatedNode> nodes) throws IOException {
        // This program owns its JVM, and without this the server that miners run on adds up to 40 ms to an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        LocalPocket.Builder network = LocalPocket.builder()
                .service(SERVICE, COMPUTE_UNITS)
                .application("quickstart", SERVICE)
                .graceBlocks(2)
                .blockTime(BLOCK_TIME);
        nodes.forEach(node -> network.supplier(node.behaviour().name(), SERVICE, node.endpoint()));
        LocalPocket pocket = network.start();
        Map<String, String> models = new HashMap<>();
        for (SimulatedNode node : nodes) {
            String address = pocket.account(node.behaviour().name()).address();
            models.put(address, node.node().model().orElseThrow());
        }
        return new ShannonNetwork(pocket, models);
    }

    void warmUp() {
        transport.warmUp().join();
    }

    ShannonTransport transport() {
        return transport;
    }

    /** Returns the suppliers, each with the model that it claims: a service names none. */
    NodeDirectory directory() {
        List<Node> nodes = transport.directory().nodes().stream()
                .map(node -> Node.builder(node.id(), node.endpoint())
                        .operator(node.operator().orElseThrow())
                        .model(models.getOrDefault(node.id().supplier(), SERVICE))
                        .build())
                .toList();
        return () -> nodes;
    }

    /** Returns one sentence on what went over the network. */
    String summary() {
        return "Relayed by Shannon's protocol: " + replies + " signed replies verified in " + sessions + " sessions.";
    }

    @Override
    public void close() {
        transport.close();
        pocket.close();
    }
}
