package network.pokt.mlqos.relay.shannon;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierEndpoint;

/**
 * The nodes that the current sessions of our applications reach. Empty until the sessions are there, see
 * {@link ShannonTransport#warmUp()}; a node that serves two of our applications is listed once. Thread-safe.
 */
public final class ShannonDirectory implements NodeDirectory {

    private final SessionBook sessions;
    private final List<Consumer<SessionChange>> listeners;

    ShannonDirectory(SessionBook sessions, List<Consumer<SessionChange>> listeners) {
        this.sessions = sessions;
        this.listeners = listeners;
    }

    static List<Consumer<SessionChange>> noListeners() {
        return new CopyOnWriteArrayList<>();
    }

    @Override
    public List<Node> nodes() {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        for (SessionLine line : sessions.lines()) {
            line.current()
                    .ifPresent(session -> session.nodes().all().forEach(node -> nodes.putIfAbsent(node.id(), node)));
        }
        return List.copyOf(nodes.values());
    }

    /** Returns every endpoint that the supplier has staked for the service, of whatever type, in the chain's order. */
    public List<SupplierEndpoint> endpoints(NodeId node) {
        Set<SupplierEndpoint> endpoints = new LinkedHashSet<>();
        for (SessionLine line : sessions.lines()) {
            line.current().ifPresent(live -> {
                for (Supplier supplier : live.session().suppliers()) {
                    if (supplier.operatorAddress().equals(node.supplier())) {
                        endpoints.addAll(SessionNodes.endpoints(supplier, node.service()));
                    }
                }
            });
        }
        return List.copyOf(endpoints);
    }

    /** Returns how many relays the current sessions leave room for at a node, over all our applications. */
    public long relaysLeft(NodeId node) {
        long left = 0;
        for (SessionLine line : sessions.lines()) {
            if (line.tenant().service().equals(node.service())) {
                long here = line.current()
                        .map(session -> session.left(node.supplier()))
                        .orElse(0L);
                left = left > Long.MAX_VALUE - here ? Long.MAX_VALUE : left + here;
            }
        }
        return left;
    }

    /** Tells {@code listener} of every session that begins from now on; it must be quick. */
    public void onChange(Consumer<SessionChange> listener) {
        listeners.add(listener);
    }

    @Override
    public String toString() {
        return "ShannonDirectory[" + nodes().size() + " nodes]";
    }
}
