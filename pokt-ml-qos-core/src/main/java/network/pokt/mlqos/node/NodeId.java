package network.pokt.mlqos.node;

import java.net.URI;

/**
 * Names one node: a supplier's operator address and the service it serves.
 *
 * <p>The pair is the unit that is measured, paid and routed to: one supplier that serves two services is two nodes.
 *
 * @param supplier the supplier's operator address, or {@code host:port} for an endpoint outside Pocket; never blank
 * @param service the service id; never blank
 */
public record NodeId(String supplier, String service) implements Comparable<NodeId> {

    /** The service of endpoints that are reached directly and are not staked on Pocket. */
    public static final String EXTERNAL = "external";

    public NodeId {
        if (supplier.isBlank() || service.isBlank()) {
            throw new IllegalArgumentException(
                    "A node id needs a supplier and a service, got '" + supplier + "' and '" + service + "'.");
        }
    }

    /** Returns the id of an endpoint outside Pocket: its authority and path under the service {@value #EXTERNAL}. */
    public static NodeId external(URI endpoint) {
        String path = endpoint.getPath() == null || endpoint.getPath().equals("/") ? "" : endpoint.getPath();
        return new NodeId(endpoint.getAuthority() + path, EXTERNAL);
    }

    @Override
    public int compareTo(NodeId other) {
        int bySupplier = supplier.compareTo(other.supplier);
        return bySupplier != 0 ? bySupplier : service.compareTo(other.service);
    }

    @Override
    public String toString() {
        return service.equals(EXTERNAL) ? supplier : supplier + "/" + service;
    }
}
