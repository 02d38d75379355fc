package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.transport.Blame;

/**
 * What traffic has told about a node, as of one moment.
 *
 * @param inFlight relays under way through this router
 * @param reliability the expected probability that the next relay is answered, within 0 to 1
 * @param answered how many recent relays were answered, old ones discounted
 * @param failed how many recent relays failed, by who is to blame, old ones discounted
 * @param firstToken the expected time to first token of a request of the usual size at the present load
 * @param firstTokenP95 its 95th percentile, empty before ten streamed answers
 * @param perToken the expected time per further token at the present load
 * @param longestGap the longest time between two pieces of content in the last answers, if it was watched
 * @param connect how long connecting took last, if it was seen
 */
public record NodeSignals(
        int inFlight,
        double reliability,
        double answered,
        Map<Blame, Double> failed,
        Duration firstToken,
        Optional<Duration> firstTokenP95,
        Duration perToken,
        Optional<Duration> longestGap,
        Optional<Duration> connect) {

    public NodeSignals {
        failed = Map.copyOf(failed);
    }

    /** Returns the speed of writing, in tokens per second. */
    public double tokensPerSecond() {
        return 1e9 / Math.max(1, perToken.toNanos());
    }
}
