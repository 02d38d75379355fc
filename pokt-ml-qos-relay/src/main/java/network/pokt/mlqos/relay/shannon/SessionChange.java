package network.pokt.mlqos.relay.shannon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;

/**
 * A session has begun for one of our applications.
 *
 * @param session the session that begins
 * @param before the session that it follows, nothing if it is the first
 * @param joined nodes that were not in the session before
 * @param left nodes that are not in the session any more
 * @param moved nodes in both sessions whose endpoint has changed, as they are now
 */
public record SessionChange(
        SessionHeader session, Optional<SessionHeader> before, List<Node> joined, List<Node> left, List<Node> moved) {

    public SessionChange {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        moved = List.copyOf(moved);
    }

    static SessionChange between(Optional<LiveSession> before, LiveSession after) {
        Map<NodeId, Node> old = byId(before.map(live -> live.nodes().all()).orElse(List.of()));
        Map<NodeId, Node> now = byId(after.nodes().all());
        return new SessionChange(
                after.header(),
                before.map(LiveSession::header),
                after.nodes().all().stream()
                        .filter(node -> !old.containsKey(node.id()))
                        .toList(),
                old.values().stream()
                        .filter(node -> !now.containsKey(node.id()))
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .toList(),
                after.nodes().all().stream()
                        .filter(node -> old.containsKey(node.id())
                                && !old.get(node.id()).endpoint().equals(node.endpoint()))
                        .toList());
    }

    private static Map<NodeId, Node> byId(List<Node> nodes) {
        Map<NodeId, Node> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        return byId;
    }
}
