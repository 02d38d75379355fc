package network.pokt.mlqos.lmeh.golden;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded run of lm-evaluation-harness 0.4.13: what it asked, what it was answered, and what it made of that. */
public final class GoldenRun {

    private static final String ROOT = "golden/lmeval";

    private final String name;
    private final Path root;
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();

    private GoldenRun(String name, Path root) {
        this.name = name;
        this.root = root;
    }

    /** Loads a run of one task, or ends the test as skipped if there are no recordings. */
    public static GoldenRun load(String name) {
        GoldenRun run = new GoldenRun(name, SharedData.path(ROOT));
        for (JsonNode exchange : run.lines("exchanges.jsonl.gz")) {
            String key = exchange.get("path").asString() + " " + canonical(exchange.get("request"));
            run.requests.add(key);
            run.answers.put(key, exchange.get("response"));
        }
        return run;
    }

    /** Returns a file or folder of the recordings. */
    public static Path file(String relative) {
        return SharedData.path(ROOT).resolve(relative);
    }

    /** Returns the request as it is compared: numbers by value, fields in any order. */
    public static String key(RelayRequest request) {
        return request.path() + " "
                + canonical(JsonMapper.shared().readTree(request.body().utf8()));
    }

    /** Returns all requests that were sent. */
    public List<String> requests() {
        return requests;
    }

    /** Answers a request as it was answered then. */
    public RelayResponse answer(RelayRequest request) {
        JsonNode answer = answers.get(key(request));
        if (answer == null) {
            throw new AssertionError(name + ": never sent " + key(request));
        }
        return response(answer.toString());
    }

    /** Returns a whole answer with the status of success. */
    public static RelayResponse response(String json) {
        return new RelayResponse(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (a, b) -> true),
                Payload.of(json),
                RelayTiming.none(Instant.EPOCH));
    }

    /** Returns the documents that the run read. */
    public DatasetSource documents() {
        Map<String, Path> files = new HashMap<>();
        JsonNode splits = json("run.json").get("docs").get(task());
        splits.properties()
                .forEach(split ->
                        files.put(split.getKey(), root.resolve(split.getValue().asString())));
        return DatasetSource.files(files);
    }

    /** Returns what was made of the answers, one line per filter and document. */
    public List<JsonNode> samples() {
        return lines("samples.jsonl.gz");
    }

    /** Returns the scores of the run's task. */
    public JsonNode results() {
        return json("results.json").get("results").get(task());
    }

    private String task() {
        return json("run.json").get("tasks").get(0).asString();
    }

    @Override
    public String toString() {
        return name;
    }

    private JsonNode json(String file) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readAllBytes(root.resolve(name).resolve(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<JsonNode> lines(String file) {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(root.resolve(name).resolve(file)))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<JsonNode> lines = new ArrayList<>();
            // String.lines() would also split at a carriage return.
            for (String line : text.split("\n")) {
                lines.add(JsonMapper.shared().readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(canonical(element)));
            return elements.toString();
        }
        return node.isNumber() ? number(node.decimalValue()) : node.toString();
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
