package network.pokt.mlqos.relay.supplier.adapter;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The beginning of an answer: everything that becomes a status line and headers.
 *
 * @param status the HTTP status, 200 to 599
 * @param contentType the type of the body, one of the adapter's own
 * @param length the bytes of the body; empty for a stream
 * @param retryAfter when to come again, if told
 */
public record AnswerHead(int status, String contentType, OptionalLong length, Optional<Duration> retryAfter) {

    static AnswerHead stream() {
        return new AnswerHead(200, "text/event-stream", OptionalLong.empty(), Optional.empty());
    }
}
