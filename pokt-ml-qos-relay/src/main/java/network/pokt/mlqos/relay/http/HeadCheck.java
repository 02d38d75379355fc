package network.pokt.mlqos.relay.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/**
 * Judges the head of an answer before any of its body is read.
 *
 * @param length the announced length of the body, negative if there is none
 * @param fault why the answer is refused, if it is
 */
record HeadCheck(long length, @Nullable ClientFault fault) {

    /** More fields than any server sends; a flood of tiny ones costs more to keep than their bytes. */
    static final int MAX_FIELDS = 512;

    /** What a field needs on the wire beside name and value: colon, blank and line end. */
    private static final int FIELD_OVERHEAD = 4;

    private static final String EVENT_STREAM = "text/event-stream";

    /** More digits than any limit has; what is longer is too long without being computed. */
    private static final int MAX_DIGITS = 18;

    static HeadCheck of(HttpHeaders headers, HttpLimits limits) {
        long fields = 0;
        long bytes = 0;
        for (Map.Entry<String, List<String>> field : headers.map().entrySet()) {
            for (String value : field.getValue()) {
                fields++;
                bytes += field.getKey().length() + value.length() + FIELD_OVERHEAD;
            }
        }
        if (fields > MAX_FIELDS || bytes > limits.maxHeaderBytes()) {
            return refused(
                    FaultCause.OVERSIZED,
                    "The answer has " + fields + " header fields of " + bytes + " bytes, allowed are " + MAX_FIELDS
                            + " and " + limits.maxHeaderBytes() + ".");
        }
        return ofLength(headers.allValues("Content-Length"), limits);
    }

    /** The client takes a negative or repeated length without complaint, which RFC 9112 (section 6.3) forbids. */
    private static HeadCheck ofLength(List<String> lengths, HttpLimits limits) {
        if (lengths.isEmpty()) {
            return new HeadCheck(-1, null);
        }
        String length = lengths.get(0).strip();
        if (!isNumber(length) || (lengths.size() > 1 && !allAre(lengths, length))) {
            return refused(FaultCause.MALFORMED, "The answer announces a length that is no number or not one number.");
        }
        if (length.length() > MAX_DIGITS || Long.parseLong(length) > limits.maxBodyBytes()) {
            return refused(
                    FaultCause.OVERSIZED,
                    "The answer announces more than the " + limits.maxBodyBytes() + " bytes that are allowed.");
        }
        return new HeadCheck(Long.parseLong(length), null);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean allAre(List<String> lengths, String length) {
        return lengths.stream().allMatch(other -> other.strip().equals(length));
    }

    private static HeadCheck refused(FaultCause cause, String detail) {
        return new HeadCheck(-1, new ClientFault(cause, detail));
    }

    static boolean isEventStream(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("").strip();
        return type.regionMatches(true, 0, EVENT_STREAM, 0, EVENT_STREAM.length());
    }
}
