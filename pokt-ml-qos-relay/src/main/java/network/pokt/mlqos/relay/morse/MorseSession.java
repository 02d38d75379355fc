package network.pokt.mlqos.relay.morse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/**
 * Who may serve an application on one chain for a while.
 *
 * @param chain the id of the relay chain, such as {@code 0021}
 * @param blockHeight the block that the session began with
 * @param servicers who may serve
 */
public record MorseSession(String chain, long blockHeight, List<Servicer> servicers) {

    public MorseSession {
        servicers = List.copyOf(servicers);
    }

    /**
     * One node of Morse.
     *
     * @param address the address in hexadecimal digits
     * @param publicKey the ed25519 key in hexadecimal digits
     * @param serviceUrl the address as staked; anybody can stake anything
     */
    public record Servicer(String address, String publicKey, String serviceUrl) {}

    Optional<Servicer> servicer(String address) {
        return servicers.stream()
                .filter(servicer -> servicer.address().equals(address))
                .findFirst();
    }

    /** Returns the servicers as nodes, without those whose address is none of http or https. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Servicer servicer : servicers) {
            try {
                URI url = URI.create(servicer.serviceUrl());
                nodes.add(
                        Node.builder(new NodeId(servicer.address(), chain), url).build());
            } catch (IllegalArgumentException e) {
                // Nobody can reach it, so it is no node.
            }
        }
        return List.copyOf(nodes);
    }
}
