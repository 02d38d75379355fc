package network.pokt.mlqos.relay.shannon;

import java.net.URI;
import java.net.URISyntaxException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
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
        request.headers().map().forEach((name, values) -> values.forEach(value -> checkHeader(name, value)));
        String endpoint = node.endpoint().toString();
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        try {
            String url = new URI(base + request.path()).toString();
            return new PoktHttpRequest(request.method(), request.headers().map(), url, request.body());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The path is no part of an address, percent-encode it.", e);
        }
    }

    /** The miner writes headers into a request of its own, where a line end would begin another header. */
    private static void checkHeader(String name, String value) {
        boolean clean = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':')
                && value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
        if (!clean) {
            throw new IllegalArgumentException(
                    "The header '" + name.replaceAll("\\p{Cntrl}", "?") + "' or its value is not allowed, remove it.");
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
