package network.pokt.mlqos.lmeh.data;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Texts in columns of mixed types. {@code datasets} keeps such a column as JSON, and a text that is JSON already is not
 * written as JSON once more: so it comes back as what it says.
 */
final class MixedText {

    private MixedText() {}

    /** Returns the value that a text comes back as: {@code "5"} as 5, {@code "five"} as it is. */
    static @Nullable Object decoded(String text) {
        if (text.isBlank()) {
            return text;
        }
        try (JsonParser parser = JsonValues.parser(text)) {
            parser.nextToken();
            Object value = new JsonValues().value(parser);
            return parser.nextToken() == null ? value : text;
        } catch (JacksonException | JsonValues.DuplicateNameException e) {
            return text; // It is no JSON, hence a text like any other.
        }
    }
}
