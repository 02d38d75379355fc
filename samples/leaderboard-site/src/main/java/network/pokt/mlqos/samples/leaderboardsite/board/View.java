package network.pokt.mlqos.samples.leaderboardsite.board;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.store.LedgerHead;

/**
 * Everything that is public, as of one moment. Immutable; a new one takes its place as a whole, so that a page never mixes two.
 *
 * @param asOf when it was made
 * @param boards the nodes of each service, best first
 * @param alarms every alarm there was, the newest first
 * @param head the head of the ledger
 * @param measurements how many measurements were kept
 */
public record View(
        Instant asOf,
        Map<String, List<NodeCard>> boards,
        List<RaisedAlarm> alarms,
        LedgerHead head,
        long measurements) {

    public View {
        Map<String, List<NodeCard>> sorted = new TreeMap<>();
        boards.forEach((service, cards) -> sorted.put(service, List.copyOf(cards)));
        boards = Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
        alarms = List.copyOf(alarms);
    }

    /** Returns the nodes of a service, best first; none if there is no such service. */
    public List<NodeCard> board(String service) {
        return boards.getOrDefault(service, List.of());
    }

    /** Returns a node, if it is known. */
    public Optional<NodeCard> node(NodeId id) {
        return board(id.service()).stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** Returns all nodes, service by service, best first. */
    public List<NodeCard> nodes() {
        return boards.values().stream().flatMap(List::stream).toList();
    }
}
