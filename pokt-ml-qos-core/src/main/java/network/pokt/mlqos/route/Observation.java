package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.Optional;

/**
 * What an answered relay told about its node.
 *
 * @param size tokens read, and tokens or content events that were seen to arrive, not those that are claimed
 * @param firstToken when the first content was there, absent for an answer that was not streamed
 * @param longestGap the longest time between two pieces of content, absent where it was not watched
 * @param total when the answer was complete
 */
public record Observation(
        RequestSize size, Optional<Duration> firstToken, Optional<Duration> longestGap, Duration total) {

    public Observation {
        if (total.isNegative()
                || firstToken.filter(first -> first.compareTo(total) > 0).isPresent()) {
            throw new IllegalArgumentException(
                    "The first token at " + firstToken + " cannot come after the end at " + total + ".");
        }
    }

    /** Returns the observation of a stream of which the gaps were not watched. */
    public static Observation streamed(RequestSize size, Duration firstToken, Duration total) {
        return new Observation(size, Optional.of(firstToken), Optional.empty(), total);
    }

    /** Returns the observation of an answer that came whole. */
    public static Observation whole(RequestSize size, Duration total) {
        return new Observation(size, Optional.empty(), Optional.empty(), total);
    }
}
