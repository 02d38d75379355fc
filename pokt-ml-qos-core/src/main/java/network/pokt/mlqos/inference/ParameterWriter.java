package network.pokt.mlqos.inference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the parameters that completions and chat share, and the extra ones by name. */
final class ParameterWriter {

    private static final Set<String> FIELDS =
            Set.of("max_tokens", "temperature", "top_p", "seed", "stop", "stream", "stream_options");

    private ParameterWriter() {}

    /**
     * Writes the fields that are set.
     *
     * @param taken the names of the request's other fields, which extra parameters cannot have either
     */
    static void write(JsonGenerator out, SamplingParameters parameters, Set<String> taken) {
        if (parameters.maxTokens().isPresent()) {
            out.writeNumberProperty("max_tokens", parameters.maxTokens().getAsInt());
        }
        if (parameters.temperature().isPresent()) {
            out.writeNumberProperty("temperature", parameters.temperature().getAsDouble());
        }
        if (parameters.topP().isPresent()) {
            out.writeNumberProperty("top_p", parameters.topP().getAsDouble());
        }
        if (parameters.seed().isPresent()) {
            out.writeNumberProperty("seed", parameters.seed().getAsLong());
        }
        if (!parameters.stop().isEmpty()) {
            out.writeArrayPropertyStart("stop");
            parameters.stop().forEach(out::writeString);
            out.writeEndArray();
        }
        if (parameters.stream()) {
            out.writeBooleanProperty("stream", true);
            out.writeObjectPropertyStart("stream_options");
            out.writeBooleanProperty("include_usage", true);
            out.writeEndObject();
        }
        parameters.extra().forEach((name, value) -> {
            if (FIELDS.contains(name) || taken.contains(name)) {
                throw new IllegalArgumentException(
                        "The extra parameter '" + name + "' has a place of its own in the request; set it there.");
            }
            out.writeName(name);
            writeValue(out, name, value);
        });
    }

    private static void writeValue(JsonGenerator out, String name, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Number number) {
            writeNumber(out, name, number);
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(element -> writeValue(out, name, element));
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((key, element) -> {
                out.writeName(String.valueOf(key));
                writeValue(out, name, element);
            });
            out.writeEndObject();
        } else {
            throw noJson(name, value);
        }
    }

    private static void writeNumber(JsonGenerator out, String name, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.writeNumber(number.longValue());
        } else if (number instanceof Float single && Float.isFinite(single)) {
            out.writeNumber(single);
        } else if (number instanceof Double real && Double.isFinite(real)) {
            out.writeNumber(real);
        } else if (number instanceof BigInteger whole) {
            out.writeNumber(whole);
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else {
            throw noJson(name, number);
        }
    }

    private static IllegalArgumentException noJson(String name, Object value) {
        return new IllegalArgumentException("The extra parameter '" + name + "' holds "
                + (value instanceof Number
                        ? "the number " + value
                        : "a " + value.getClass().getName())
                + ", which JSON has no form for; use String, finite Number, Boolean, List or Map.");
    }
}
