package network.pokt.mlqos.lmeh.data;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Builds values of JSON as small as they get: objects share their names, and short texts that come again and again are
 * kept once. Not thread-safe.
 */
final class JsonValues {

    /** Longer texts seldom repeat. */
    private static final int SHORT_TEXT = 40;

    /** Enough for labels and categories; a column of short texts that all differ must not be remembered whole. */
    private static final int KNOWN_TEXTS = 4096;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Python writes these, and reads them.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Who opened a file reads it to the end, for its hash, and closes it.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final Map<List<String>, Layout> layouts = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    static JsonParser parser(Reader reader) {
        return JSON.createParser(ObjectReadContext.empty(), reader);
    }

    static JsonParser parser(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    /** Reads the value that begins at the parser's current token, and leaves the parser at its last token. */
    @Nullable
    Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> (Object) parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Returns a text, the same instance for equal short ones. */
    String text(String text) {
        if (text.length() > SHORT_TEXT) {
            return text;
        }
        String known = texts.get(text);
        if (known == null) {
            known = text;
            if (texts.size() < KNOWN_TEXTS) {
                texts.put(text, text);
            }
        }
        return known;
    }

    private Row object(JsonParser parser) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            names.add(parser.currentName());
            parser.nextToken();
            values.add(value(parser));
        }
        Layout layout = layouts.get(names);
        if (layout == null) {
            requireUnique(names);
            layout = Layout.of(names);
            if (layouts.size() < KNOWN_TEXTS) {
                layouts.put(names, layout);
            }
        }
        return new Row(layout, values.toArray());
    }

    private static void requireUnique(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new DuplicateNameException(name);
            }
        }
    }

    private List<@Nullable Object> list(JsonParser parser) {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return Collections.unmodifiableList(values);
    }

    /** An object has two values of one name. */
    static final class DuplicateNameException extends RuntimeException {

        private static final long serialVersionUID = 1;

        DuplicateNameException(String name) {
            super("the name '" + name + "' occurs twice in an object");
        }
    }
}
