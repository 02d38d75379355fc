package network.pokt.mlqos.samples.watchertemporal;

import java.net.URI;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/**
 * A node as it travels through Temporal.
 *
 * @param supplier the supplier's operator address
 * @param service the service's id
 * @param endpoint where it answers
 * @param model what it calls its model, empty if it does not say
 */
public record Target(String supplier, String service, String endpoint, String model) {

    static Target of(Node node) {
        return new Target(
                node.id().supplier(),
                node.id().service(),
                node.endpoint().toString(),
                node.model().orElse(""));
    }

    NodeId id() {
        return new NodeId(supplier, service);
    }

    Node node() {
        Node.Builder node = Node.builder(id(), URI.create(endpoint));
        return model.isEmpty() ? node.build() : node.model(model).build();
    }
}
