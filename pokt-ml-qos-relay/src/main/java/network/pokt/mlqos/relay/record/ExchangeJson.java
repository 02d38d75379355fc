package network.pokt.mlqos.relay.record;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads exchanges, one JSON object a line. Durations are nanoseconds from the start, bodies are text where they are
 * UTF-8 and base64 where they are not. Thread-safe.
 *
 * @param keptHeaders the headers of answers that are written down, lower case
 */
record ExchangeJson(Set<String> keptHeaders) {

    private static final JsonMapper JSON = new JsonMapper();

    String write(Exchange exchange) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("supplier", exchange.node().supplier());
        line.put("service", exchange.node().service());
        line.put("method", exchange.method()).put("path", exchange.path());
        line.put("request_sha256", exchange.requestHash());
        if (!exchange.request().isEmpty()) {
            body(line, "request", exchange.request());
        }
        if (exchange.outcome() instanceof RelayResponse response) {
            line.put("status", response.status());
            headers(line.putObject("headers"), response.headers());
            body(line, "body", response.body());
        } else if (exchange.outcome() instanceof RelayFailure failure) {
            line.put("fault", failure.cause().name()).put("detail", failure.detail());
            failure.status().ifPresent(status -> line.put("status", status));
            failure.retryAfter().ifPresent(wait -> line.put("retry_after", wait.toNanos()));
        }
        timing(line, exchange.outcome().timing());
        return line.toString();
    }

    private void headers(ObjectNode json, HttpHeaders headers) {
        headers.map().forEach((name, values) -> {
            if (keptHeaders.contains(name.toLowerCase(Locale.ROOT))) {
                ArrayNode array = json.putArray(name);
                values.forEach(array::add);
            }
        });
    }

    private static void body(ObjectNode line, String name, Payload body) {
        try {
            line.put(
                    name,
                    StandardCharsets.UTF_8.newDecoder().decode(body.buffer()).toString());
        } catch (CharacterCodingException e) {
            line.put(name + "_base64", Base64.getEncoder().encodeToString(body.toByteArray()));
        }
    }

    private static void timing(ObjectNode line, RelayTiming timing) {
        line.put("start", timing.start().toString());
        timing.firstByte().ifPresent(first -> line.put("first_byte", first.toNanos()));
        ArrayNode chunks = line.putArray("chunks");
        for (int i = 0; i < timing.chunks(); i++) {
            chunks.addArray().add(timing.chunkArrival(i).toNanos()).add(timing.chunkEnd(i));
        }
        line.put("total", timing.total().toNanos());
    }

    /**
     * Reads a line.
     *
     * @throws RuntimeException of any kind if it is none
     */
    Exchange read(String text) {
        JsonNode line = JSON.readTree(text);
        return new Exchange(
                new NodeId(
                        line.required("supplier").stringValue(),
                        line.required("service").stringValue()),
                line.required("method").stringValue(),
                line.required("path").stringValue(),
                line.required("request_sha256").stringValue(),
                body(line, "request"),
                outcome(line));
    }

    private static RelayOutcome outcome(JsonNode line) {
        RelayTiming timing = timing(line);
        if (!line.has("fault")) {
            return new RelayResponse(
                    line.required("status").intValue(), headers(line.required("headers")), body(line, "body"), timing);
        }
        RelayFailure failure = RelayFailure.of(
                FaultCause.valueOf(line.required("fault").stringValue()),
                line.required("detail").stringValue(),
                timing);
        failure = line.has("status") ? failure.withStatus(line.path("status").intValue()) : failure;
        return line.has("retry_after")
                ? failure.withRetryAfter(
                        Duration.ofNanos(line.path("retry_after").longValue()))
                : failure;
    }

    private static HttpHeaders headers(JsonNode json) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        json.forEachEntry((name, values) -> {
            List<String> all = new ArrayList<>();
            values.forEach(value -> all.add(value.stringValue()));
            headers.put(name, all);
        });
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static Payload body(JsonNode line, String name) {
        JsonNode base64 = line.path(name + "_base64");
        if (base64.isString()) {
            return Payload.of(Base64.getDecoder().decode(base64.stringValue()));
        }
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(line.path(name).asString(""));
        byte[] bytes = new byte[utf8.remaining()];
        utf8.get(bytes);
        return Payload.wrap(bytes, bytes.length);
    }

    private static RelayTiming timing(JsonNode line) {
        RelayTiming.Recorder recorder =
                new RelayTiming.Recorder(Instant.parse(line.required("start").stringValue()), 0);
        if (line.has("first_byte")) {
            recorder.firstByte(line.path("first_byte").longValue());
        }
        long end = 0;
        for (JsonNode chunk : line.path("chunks")) {
            recorder.chunk(chunk.path(0).longValue(), chunk.path(1).longValue() - end);
            end = chunk.path(1).longValue();
        }
        return recorder.finish(line.required("total").longValue());
    }
}
