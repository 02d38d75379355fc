package network.pokt.mlqos.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.stats.FalseDiscovery;

/**
 * Which of many watched nodes have changed, such that on average at most a given share of those named has not.
 *
 * <p>A watch bounds the false alarms of one node. Among a thousand nodes some alarm by chance all the same, and a node
 * that is nearly there deserves a look; this names nodes by the e-BH procedure, which needs no independence between
 * nodes. To be asked at times fixed beforehand, such as once a day. Thread-safe.
 */
public final class Fleet {

    private Fleet() {}

    /**
     * Returns the nodes that have changed, with what is found about each.
     *
     * @param rate the accepted share of nodes named wrongly, strictly between 0 and 1
     */
    public static SortedMap<NodeId, Alarm> changed(Map<NodeId, NodeWatch> watches, double rate) {
        List<NodeId> nodes = new ArrayList<>(watches.keySet());
        List<NodeWatch> inOrder = nodes.stream().map(watches::get).toList();
        boolean[] named = FalseDiscovery.eBenjaminiHochberg(
                inOrder.stream().mapToDouble(NodeWatch::eValue).toArray(), rate);
        SortedMap<NodeId, Alarm> changed = new TreeMap<>();
        for (int i = 0; i < named.length; i++) {
            if (named[i]) {
                changed.put(nodes.get(i), inOrder.get(i).finding());
            }
        }
        return changed;
    }
}
