package network.pokt.mlqos.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.transport.FaultCause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a measurement is spelled: one JSON object without line breaks, its fields always in the same order. */
final class MeasurementJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MeasurementJson() {}

    static String write(Measurement measurement) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("id", measurement.id())
                .put("supplier", measurement.node().supplier())
                .put("service", measurement.node().service())
                .put("task", measurement.task())
                .put("sample", measurement.sample())
                .put("at", measurement.at().toString());
        measurement.epoch().ifPresent(epoch -> json.put("epoch", epoch));
        if (measurement.finding() instanceof Finding.Failed failed) {
            json.put("failed", failed.cause().name());
        } else if (measurement.finding() instanceof Finding.Scored scored) {
            putValues(json.putObject("values"), scored.values());
        }
        measurement.total().ifPresent(total -> json.put("nanos", total.toNanos()));
        measurement.firstToken().ifPresent(first -> json.put("firstTokenNanos", first.toNanos()));
        json.put("relays", measurement.spend().relays())
                .put("promptTokens", measurement.spend().promptTokens())
                .put("completionTokens", measurement.spend().completionTokens());
        measurement
                .charge()
                .ifPresent(charge -> json.put("currency", charge.currency())
                        .put("cost", charge.amount().toPlainString()));
        return MAPPER.writeValueAsString(json);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else; the message says what is wrong with it
     */
    static Measurement read(String text) {
        try {
            return read(MAPPER.readTree(text));
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("it is no measurement", e);
        }
    }

    private static Measurement read(JsonNode json) {
        NodeId node = new NodeId(text(json, "supplier"), text(json, "service"));
        Measurement.Builder builder = Measurement.builder(
                text(json, "id"),
                node,
                text(json, "task"),
                Math.toIntExact(number(json, "sample")),
                Instant.parse(text(json, "at")));
        if (json.has("epoch")) {
            builder.epoch(text(json, "epoch"));
        }
        builder.finding(
                json.has("failed")
                        ? new Finding.Failed(FaultCause.valueOf(text(json, "failed")))
                        : new Finding.Scored(values(json.path("values"))));
        if (json.has("nanos")) {
            builder.total(Duration.ofNanos(number(json, "nanos")));
        }
        if (json.has("firstTokenNanos")) {
            builder.firstToken(Duration.ofNanos(number(json, "firstTokenNanos")));
        }
        builder.spend(
                new Spend(number(json, "relays"), number(json, "promptTokens"), number(json, "completionTokens")));
        if (json.has("cost")) {
            builder.charge(new Charge(text(json, "currency"), new BigDecimal(text(json, "cost"))));
        }
        return builder.build();
    }

    static String writeValues(Map<String, Double> values) {
        ObjectNode json = MAPPER.createObjectNode();
        putValues(json, values);
        return MAPPER.writeValueAsString(json);
    }

    private static void putValues(ObjectNode json, Map<String, Double> values) {
        values.forEach(json::put);
    }

    static Map<String, Double> readValues(String text) {
        try {
            return values(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("'" + text + "' are no values of measures", e);
        }
    }

    private static Map<String, Double> values(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("it has neither values nor a failure");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            if (!entry.getValue().isNumber()) {
                throw new IllegalArgumentException("the value of '" + entry.getKey() + "' is no number");
            }
            values.put(entry.getKey(), entry.getValue().asDouble());
        });
        return values;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + field + "' is missing or no text");
        }
        return value.asString();
    }

    private static long number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("'" + field + "' is missing or no whole number");
        }
        return value.asLong();
    }
}
