package network.pokt.mlqos.relay.supplier.backend;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads fields of requests, which clients get wrong, and of answers, which servers do. */
final class Fields {

    /** No server's own answers nest deeper than 8. */
    private static final int DEPTH = 64;

    /** A picture of 4,096 pixels squared as PNG in base64 has below 100 MB of characters. */
    private static final int LONGEST_TEXT = 100_000_000;

    private static final JsonMapper ANSWERS = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private Fields() {}

    /** Returns the one prompt of a completion as text. */
    static String prompt(ObjectNode request) {
        JsonNode prompt = request.path("prompt");
        JsonNode text = prompt.isArray() && prompt.size() == 1 ? prompt.path(0) : prompt;
        if (!text.isString()) {
            throw new UnservableRequestException("prompt", "This backend takes one prompt, as text.");
        }
        return text.asString();
    }

    /** Returns the texts of a field that holds one or a list of them. */
    static List<String> texts(ObjectNode request, String field) {
        JsonNode value = request.path(field);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (!item.isString()) {
                throw new UnservableRequestException(field, "This backend takes '" + field + "' as text.");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    /** Returns a whole number within bounds, or the fallback if the field is absent or null. */
    static long whole(ObjectNode request, String field, long fallback, long least, long most) {
        JsonNode value = request.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return fallback;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw new UnservableRequestException(
                    field, "'" + field + "' must be a whole number from " + least + " to " + most + ".");
        }
        return value.asLong();
    }

    /** Copies a number within bounds under another name, if there is one. */
    static void number(ObjectNode request, String field, ObjectNode target, String name, double least, double most) {
        JsonNode value = request.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            throw new UnservableRequestException(
                    field, "'" + field + "' must be a number from " + least + " to " + most + ".");
        }
        target.set(name, value);
    }

    static boolean present(ObjectNode request, String field) {
        return request.hasNonNull(field);
    }

    /** Reads an answer that has to be a JSON object. */
    static ObjectNode object(Payload body) {
        JsonNode root = json(body);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new UnusableAnswerException("The model server answered with something else than a JSON object.");
    }

    static JsonNode json(Payload body) {
        try {
            return ANSWERS.readTree(body.stream());
        } catch (JacksonException e) {
            throw new UnusableAnswerException("The model server answered with something else than JSON.");
        }
    }

    /** Returns a text of an answer that has to be there. */
    static String text(JsonNode answer, String what) {
        if (!answer.isString()) {
            throw new UnusableAnswerException("The model server's answer has no " + what + ".");
        }
        return answer.asString();
    }
}
