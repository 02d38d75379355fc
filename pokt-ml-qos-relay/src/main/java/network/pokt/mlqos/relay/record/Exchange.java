package network.pokt.mlqos.relay.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;

/**
 * One relay on record.
 *
 * @param node whom it was sent to
 * @param method the HTTP method
 * @param path the path without its query, which may hold a secret
 * @param requestHash the SHA-256 in hex of method, path with query and body: what the relay asked
 * @param request the body that was sent; empty unless the recorder keeps requests
 * @param outcome what became of it
 */
record Exchange(NodeId node, String method, String path, String requestHash, Payload request, RelayOutcome outcome) {

    static Exchange of(NodeId node, RelayRequest request, Payload kept, RelayOutcome outcome) {
        int query = request.path().indexOf('?');
        String path = query < 0 ? request.path() : request.path().substring(0, query);
        return new Exchange(node, request.method(), path, hash(request), kept, outcome);
    }

    static String hash(RelayRequest request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((request.method() + "\n" + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
            sha256.update(request.body().buffer());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }
}
