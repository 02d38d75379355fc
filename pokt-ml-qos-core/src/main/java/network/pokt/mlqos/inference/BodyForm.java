package network.pokt.mlqos.inference;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.pokt.mlqos.transport.FaultCause;

/**
 * The two forms of an answer's body, told apart by the answer alone: a node may stream where nobody asked for it, or answer
 * at once where it should stream, and both are fine.
 */
enum BodyForm {
    JSON,
    EVENTS;

    private static final String EVENT_STREAM = "text/event-stream";

    /** Types that promise JSON or nothing in particular. */
    private static final Set<String> NEUTRAL =
            Set.of("", EVENT_STREAM, "application/json", "text/json", "text/plain", "application/octet-stream");

    private static final List<String> EVENT_FIELDS = List.of("data:", ":", "event:", "id:", "retry:");

    /** How much of a body is looked at: a byte order mark, blank lines and the name of the first field. */
    private static final int GLANCE = 64;

    /**
     * Returns the form of a body, by how it begins.
     *
     * @throws BadAnswer if its headers say that it is of another type, such as a page for people, or is encoded
     */
    static BodyForm of(HttpHeaders headers, byte[] body) {
        String type =
                headers.firstValue("Content-Type").map(BodyForm::mediaType).orElse("");
        if (!NEUTRAL.contains(type) && !type.endsWith("+json")) {
            throw new BadAnswer(
                    FaultCause.MALFORMED, "The answer is of type '" + ErrorText.printable(type) + "' instead of JSON.");
        }
        for (String encoding : headers.allValues("Content-Encoding")) {
            if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
                throw new BadAnswer(FaultCause.MALFORMED, "The answer is encoded, which was not asked for.");
            }
        }
        if (body.length > 0 && body[0] == '{') {
            return JSON;
        }
        String beginning = beginning(body);
        boolean events = type.equals(EVENT_STREAM)
                ? !beginning.startsWith("{")
                : EVENT_FIELDS.stream().anyMatch(beginning::startsWith);
        return events ? EVENTS : JSON;
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static String beginning(byte[] body) {
        String glance = new String(body, 0, Math.min(GLANCE, body.length), StandardCharsets.UTF_8);
        return (glance.startsWith("\uFEFF") ? glance.substring(1) : glance).stripLeading();
    }
}
