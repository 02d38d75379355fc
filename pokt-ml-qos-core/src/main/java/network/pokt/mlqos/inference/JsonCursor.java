package network.pokt.mlqos.inference;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks one JSON document of a node and insists on types: whatever is not of the kind that is asked for ends the reading as a
 * {@link network.pokt.mlqos.transport.FaultCause#SCHEMA} fault that names the field.
 *
 * <p>Fields are named by their place in the interface and never by what the document says, since the keys of log-probability
 * maps are pieces of prompts.
 */
final class JsonCursor {

    private final JsonParser parser;

    JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Moves to the first token of the document; returns whether there is one. */
    boolean start() {
        return parser.nextToken() != null;
    }

    /** Moves past the document; returns whether it is the only one. */
    boolean isAlone() {
        return parser.nextToken() == null;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Passes over the current value. */
    void skip() {
        parser.skipChildren();
    }

    /** Enters the object at the cursor. */
    void object(String field) {
        require(JsonToken.START_OBJECT, field, "an object");
    }

    /** Moves to the value of the next field of the current object and returns the field's name, or null at its end. */
    @Nullable
    String nextField() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Enters the array at the cursor. */
    void array(String field) {
        require(JsonToken.START_ARRAY, field, "an array");
    }

    /** Moves to the next element of the current array; returns false at its end. */
    boolean nextElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    String string(String field) {
        require(JsonToken.VALUE_STRING, field, "a string");
        return parser.getString();
    }

    /** Returns the string at the cursor, or an empty one for null. */
    String stringOrNull(String field) {
        return isNull() ? "" : string(field);
    }

    /** Returns the finite number at the cursor. */
    double number(String field) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw wrongKind(field, "a number");
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw wrongKind(field, "a finite number");
        }
        return value;
    }

    /** Returns the whole number at the cursor, from 0 to {@code max}; 12.0 is as whole as 12. */
    long count(String field, long max) {
        double value = number(field);
        if (value < 0 || value > max || value != Math.rint(value)) {
            throw BadAnswer.schema("The field '" + field + "' must be a whole number from 0 to " + max + ".");
        }
        return (long) value;
    }

    private void require(JsonToken token, String field, String kind) {
        if (parser.currentToken() != token) {
            throw wrongKind(field, kind);
        }
    }

    private BadAnswer wrongKind(String field, String kind) {
        return BadAnswer.schema(
                "The field '" + field + "' must be " + kind + ", got " + nameOf(parser.currentToken()) + ".");
    }

    private static String nameOf(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "such a number";
            default -> "nothing";
        };
    }
}
