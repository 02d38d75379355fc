package network.pokt.mlqos.lmeh.data;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Finds what the hub says is wrong: the text {@code error} of an object, or nothing. */
final class HubMessage {

    private static final int SHOWN = 200;

    private HubMessage() {}

    static String in(String body) {
        try (JsonParser parser = JsonValues.parser(body)) {
            parser.nextToken();
            if (new JsonValues().value(parser) instanceof Map<?, ?> map && map.get("error") instanceof String error) {
                String line = error.replaceAll("\\s+", " ").strip();
                return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
            }
            return "";
        } catch (JacksonException | JsonValues.DuplicateNameException e) {
            return ""; // Not every server in between answers in JSON; the status says enough.
        }
    }
}
