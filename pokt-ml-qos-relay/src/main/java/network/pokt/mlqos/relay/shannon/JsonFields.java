package network.pokt.mlqos.relay.shannon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a full node, read strictly: a field is there and of its type, or the message names it.
 *
 * <p>In this form of JSON 64-bit numbers are strings, and fields with their default may be left out by some proxies, so a
 * missing number is 0 and a missing list empty; texts that name something must be there.
 */
record JsonFields(String path, JsonNode node) {

    static JsonFields of(JsonNode root) {
        return new JsonFields("", root);
    }

    JsonFields object(String name) {
        JsonNode found = node.path(name);
        if (!found.isObject()) {
            throw wrong(name, "an object");
        }
        return new JsonFields(path + name + ".", found);
    }

    /** Returns the object of that name, or nothing if it is null or left out. */
    Optional<JsonFields> optional(String name) {
        JsonNode found = node.path(name);
        return found.isObject() ? Optional.of(new JsonFields(path + name + ".", found)) : Optional.empty();
    }

    String text(String name) {
        JsonNode found = node.path(name);
        if (!found.isString() || found.stringValue().isEmpty()) {
            throw wrong(name, "a text");
        }
        return found.stringValue();
    }

    String textOr(String name, String otherwise) {
        JsonNode found = node.path(name);
        return found.isString() ? found.stringValue() : otherwise;
    }

    long number(String name) {
        JsonNode found = node.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return 0;
        }
        try {
            return found.isString() ? Long.parseLong(found.stringValue()) : found.longValue();
        } catch (NumberFormatException e) {
            throw wrong(name, "a number of 64 bits");
        }
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> all = new ArrayList<>();
        for (JsonNode element : list(name)) {
            all.add(new JsonFields(path + name + ".", element));
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isString()) {
                throw wrong(name, "a list of texts");
            }
            all.add(element.stringValue());
        }
        return all;
    }

    void forEach(BiConsumer<String, JsonFields> action) {
        node.forEachEntry((name, value) -> action.accept(name, new JsonFields(path + name + ".", value)));
    }

    private JsonNode list(String name) {
        JsonNode found = node.path(name);
        if (!found.isArray() && !found.isMissingNode() && !found.isNull()) {
            throw wrong(name, "a list");
        }
        return found;
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("'" + path + name + "' is not " + expected + ".");
    }
}
