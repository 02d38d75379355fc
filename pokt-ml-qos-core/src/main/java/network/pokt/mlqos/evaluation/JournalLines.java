package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a journal spells its lines: JSON, one object a line.
 *
 * <p>The first line says which plan the journal belongs to, the others are attempts and verdicts in the order in which they
 * happened. Nearly all of it is numbers and names of constants, so it is spelled by hand.
 */
final class JournalLines {

    private static final String FORMAT = "pokt-ml-qos journal 1";
    private static final String NOT_A_NUMBER = "{\"\":\"NaN\"}";
    private static final JsonMapper MAPPER = new JsonMapper();

    private JournalLines() {}

    static String header(List<String> plan) {
        ObjectNode header = MAPPER.createObjectNode().put("format", FORMAT);
        ArrayNode lines = header.putArray("plan");
        plan.forEach(lines::add);
        return MAPPER.writeValueAsString(header) + "\n";
    }

    /** Reads the plan out of a first line; throws IllegalArgumentException if it is no header of this format. */
    static List<String> plan(String line) {
        JsonNode header = parse(line);
        if (!header.path("format").asString("").equals(FORMAT)) {
            throw new IllegalArgumentException("it is no " + FORMAT);
        }
        return header.path("plan").valueStream().map(JsonNode::asString).toList();
    }

    static void append(StringBuilder out, int node, Attempt attempt) {
        place(out, node, attempt.task(), attempt.sample());
        out.append(",\"ask\":").append(attempt.ask());
        out.append(",\"attempt\":").append(attempt.number());
        out.append(",\"last\":").append(attempt.last());
        if (attempt.cause() != null) {
            out.append(",\"cause\":\"").append(attempt.cause().name()).append('"');
        }
        out.append(",\"nanos\":").append(attempt.totalNanos());
        out.append(",\"first\":").append(attempt.firstContentNanos());
        out.append(",\"events\":").append(attempt.contentEvents());
        out.append(",\"in\":").append(attempt.promptTokens());
        out.append(",\"out\":").append(attempt.completionTokens());
        out.append(",\"chars\":").append(attempt.characters()).append("}\n");
    }

    static void append(StringBuilder out, int node, Verdict verdict) {
        place(out, node, verdict.task(), verdict.sample());
        if (verdict instanceof Verdict.Scored scored) {
            appendValues(out, scored.value());
        } else if (verdict instanceof Verdict.Failed failed) {
            out.append(",\"failed\":\"").append(failed.reason().name()).append("\"}\n");
        }
    }

    private static void appendValues(StringBuilder out, Score score) {
        out.append(",\"values\":[");
        for (int i = 0; i < score.size(); i++) {
            out.append(i == 0 ? "" : ",");
            appendItem(out, score.item(i));
        }
        out.append("]}\n");
    }

    /** JSON has no word for NaN, so that is an object of this name; a number too large for Java reads as infinite. */
    private static void appendItem(StringBuilder out, @Nullable Object item) {
        if (item instanceof Double value) {
            out.append(value.isNaN() ? NOT_A_NUMBER : value.toString().replace("Infinity", "1e999"));
        } else if (item instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                out.append(separator);
                appendItem(out, element);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (item instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator)
                        .append(MAPPER.writeValueAsString(entry.getKey()))
                        .append(':');
                appendItem(out, entry.getValue());
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            out.append(MAPPER.writeValueAsString(item));
        }
    }

    private static void place(StringBuilder out, int node, int task, int sample) {
        out.append("{\"node\":")
                .append(node)
                .append(",\"task\":")
                .append(task)
                .append(",\"sample\":")
                .append(sample);
    }

    /** Gives one line after the first to the tally it belongs to; throws IllegalArgumentException if it makes no sense. */
    static void replay(String line, Tallies tallies) {
        JsonNode json = parse(line);
        Tally tally = tallies.of(number(json, "node"), number(json, "task"));
        int task = number(json, "task");
        int sample = number(json, "sample");
        if (json.has("attempt")) {
            tally.add(attempt(json, task, sample));
        } else if (tally.concluded(sample)) {
            throw new IllegalArgumentException("sample " + sample + " ends twice");
        } else {
            tally.add(verdict(json, task, sample));
        }
    }

    private static Attempt attempt(JsonNode json, int task, int sample) {
        return new Attempt(
                task,
                sample,
                number(json, "ask"),
                number(json, "attempt"),
                json.path("last").asBoolean(),
                json.has("cause") ? FaultCause.valueOf(json.path("cause").asString()) : null,
                json.path("nanos").asLong(),
                json.path("first").asLong(),
                number(json, "events"),
                json.path("in").asLong(),
                json.path("out").asLong(),
                number(json, "chars"));
    }

    private static Verdict verdict(JsonNode json, int task, int sample) {
        if (json.has("failed")) {
            return new Verdict.Failed(
                    task, sample, FaultCause.valueOf(json.path("failed").asString()));
        }
        return new Verdict.Scored(task, sample, Score.ofItems(items(json.path("values"))));
    }

    private static @Nullable Object item(JsonNode json) {
        if (json.isArray()) {
            return items(json);
        } else if (json.isObject()) {
            if (json.toString().equals(NOT_A_NUMBER)) {
                return Double.NaN;
            }
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            json.properties().forEach(entry -> entries.put(entry.getKey(), item(entry.getValue())));
            return entries;
        } else if (json.isString()) {
            return json.asString();
        } else if (json.isBoolean()) {
            return json.asBoolean();
        } else if (json.isNull()) {
            return null;
        }
        return json.isIntegralNumber() ? (Object) json.asLong() : (Object) json.asDouble();
    }

    private static List<@Nullable Object> items(JsonNode array) {
        List<@Nullable Object> items = new ArrayList<>(array.size());
        array.forEach(element -> items.add(item(element)));
        return items;
    }

    private static int number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isInt()) {
            throw new IllegalArgumentException("'" + field + "' is no whole number");
        }
        return value.asInt();
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }
}
