package network.pokt.mlqos.samples.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.shannon.ChainException;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import network.pokt.mlqos.relay.shannon.ShannonNode;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.samples.gateway.SimulatedModel.Manner;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * Who answers, and what carries relays there. Closing it ends all that it started.
 *
 * @param transport what carries relays
 * @param directory who there is
 * @param notice what whoever looks at the gateway should know of them, empty for nothing
 * @param names what simulated suppliers are called, by address
 * @param servers what was started besides the transport
 */
record Nodes(
        RelayTransport transport,
        NodeDirectory directory,
        String notice,
        Map<String, String> names,
        List<AutoCloseable> servers)
        implements AutoCloseable {

    private static final long COMPUTE_UNITS = 100;
    private static final Duration BLOCK_TIME = Duration.ofSeconds(6);

    /** Simulated models behind relay miners of a Pocket network on this machine: each service has its own application. */
    static Nodes simulated(Map<String, List<Manner>> services) throws IOException {
        List<AutoCloseable> servers = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        LocalPocket.Builder network = LocalPocket.builder().blockTime(BLOCK_TIME);
        for (Map.Entry<String, List<Manner>> service : services.entrySet()) {
            network.service(service.getKey(), COMPUTE_UNITS);
            network.application("gateway for " + service.getKey(), service.getKey());
            for (Manner manner : service.getValue()) {
                SimulatedModel model = SimulatedModel.start(manner);
                servers.add(model);
                network.supplier(manner.name(), service.getKey(), model.uri());
            }
        }
        LocalPocket pocket = network.start();
        servers.add(pocket);
        services.values()
                .forEach(manners -> manners.forEach(
                        manner -> names.put(pocket.account(manner.name()).address(), manner.name())));
        ShannonTransport.Builder transport = pocket.transport();
        services.keySet().forEach(service -> transport.model(service, service));
        ShannonTransport shannon = transport.build();
        shannon.connect().join();
        String notice =
                "SIMULATED: these nodes are suppliers of a Pocket network on this machine, with made-up models.";
        return new Nodes(shannon, shannon.directory(), notice, names, servers);
    }

    /**
     * Suppliers of a service of Pocket Network, which an application of yours pays.
     *
     * @throws ChainException if there is no session, such as for an application that is not staked
     */
    static Nodes pocket(URI fullNode, String application, String service, PocketPrivateKey key) {
        ShannonTransport shannon = ShannonTransport.builder(ShannonNode.rest(fullNode))
                .application(application, service, key)
                .model(service, service)
                .build();
        try {
            shannon.connect().join();
        } catch (CompletionException e) {
            shannon.close();
            throw e.getCause() instanceof ChainException chain ? chain : e;
        }
        return new Nodes(shannon, shannon.directory(), "", Map.of(), List.of());
    }

    /** OpenAI-compatible servers, reached directly. */
    static Nodes direct(List<Node> nodes) {
        return new Nodes(
                OpenAiHttpTransport.create(), NodeDirectory.of(nodes.toArray(Node[]::new)), "", Map.of(), List.of());
    }

    /** Lets the JVM compile the signing of relays before the first of them. */
    void warmUp() {
        if (transport instanceof ShannonTransport shannon) {
            shannon.warmUp().join();
        }
    }

    @Override
    public void close() {
        transport.close();
        try {
            for (AutoCloseable server : servers) {
                server.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A simulated server did not close.", e);
        }
    }
}
