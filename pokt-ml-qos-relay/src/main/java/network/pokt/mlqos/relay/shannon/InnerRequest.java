package network.pokt.mlqos.relay.shannon;

import java.net.URI;
import java.net.URISyntaxException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.internal.CarriedRequest;
import network.pokt.mlqos.relay.shannon.message.PoktHttpRequest;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;

/** Makes the request that a relay carries, and the one that carries the relay. */
final class InnerRequest {

    private InnerRequest() {}

    /**
     * Returns what the miner passes on to its backend: path, query, headers and body as they were asked.
     *
     * @throws IllegalArgumentException if the path or a header cannot be sent
     */
    static PoktHttpRequest of(Node node, RelayRequest request) {
        CarriedRequest.check(request);
        String endpoint = node.endpoint().toString();
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        try {
            String url = new URI(base + request.path()).toString();
            return new PoktHttpRequest(request.method(), request.headers().map(), url, request.body());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The path is no part of an address, percent-encode it.", e);
        }
    }

    /** Returns where a relay is posted: the staked address without its path, which goes into {@link #post}. */
    static Node origin(Node node) {
        URI endpoint = node.endpoint();
        return Node.builder(
                        new NodeId(node.id().supplier(), node.id().service()),
                        URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority()))
                .build();
    }

    /** Returns the POST of a signed relay to the path that the supplier staked, unchanged. */
    static RelayRequest.Builder post(Node node, RpcType type, Payload relay) {
        String path =
                node.endpoint().getRawPath() == null ? "" : node.endpoint().getRawPath();
        String query = node.endpoint().getRawQuery();
        return RelayRequest.builder("POST", (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query))
                .header("Content-Type", "application/x-protobuf")
                .header("Accept", "application/x-protobuf")
                .header("Rpc-Type", Integer.toString(type.number()))
                .body(relay);
    }
}
