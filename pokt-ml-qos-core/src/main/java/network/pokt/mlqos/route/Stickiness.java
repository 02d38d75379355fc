package network.pokt.mlqos.route;

import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.node.NodeId;
import org.jspecify.annotations.Nullable;

/** Which node saw a prefix last, for the most recent 10,000 prefixes. Thread-safe. */
final class Stickiness {

    private static final int MOST = 10_000;

    private final Map<String, NodeId> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NodeId> eldest) {
            return size() > MOST;
        }
    };

    synchronized @Nullable NodeId of(String key) {
        return last.get(key);
    }

    synchronized void stick(String key, NodeId node) {
        last.put(key, node);
    }
}
