package network.pokt.mlqos.inference;

import java.time.Duration;
import java.util.Optional;

/**
 * When the content of an answer arrived, as a user would see it.
 *
 * @param firstContent when the first content was there, counted from sending: the first non-empty piece of a stream, or the
 *     whole of an answer that is not streamed; absent for an answer without content
 * @param total when the answer was complete
 * @param contentEvents how many events of a stream carried content, 0 for an answer that is not streamed
 */
public record Delivery(Optional<Duration> firstContent, Duration total, int contentEvents) {

    /** Returns whether the answer came as a stream, so that {@link #firstContent()} tells the time to first token. */
    public boolean streamed() {
        return contentEvents > 0;
    }
}
