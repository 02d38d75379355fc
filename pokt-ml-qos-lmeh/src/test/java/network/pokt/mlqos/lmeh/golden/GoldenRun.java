package network.pokt.mlqos.lmeh.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded run of lm-evaluation-harness 0.4.13: what it was told, asked and answered, and what it made of that. */
public final class GoldenRun {

    private static final String ROOT = "golden/lmeval";

    private final String name;
    private final JsonNode run;

    private GoldenRun(String name) {
        this.name = name;
        this.run = json(file(name + "/run.json"));
    }

    /** Loads a run, or ends the test as skipped if there are no recordings. */
    public static GoldenRun load(String name) {
        return new GoldenRun(name);
    }

    /** Returns the names of all runs, sorted; ends the test as skipped if there are no recordings. */
    public static List<String> names() {
        try (Stream<Path> folders = Files.list(SharedData.path(ROOT))) {
            return folders.filter(folder -> Files.exists(folder.resolve("run.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file or folder of the recordings. */
    public static Path file(String relative) {
        return SharedData.path(ROOT).resolve(relative);
    }

    public String name() {
        return name;
    }

    /** Returns an argument of the model, missing if it was not given. */
    public JsonNode modelArgument(String argument) {
        return run.path("model_args").path(argument);
    }

    /** Returns an argument of the run, missing if it was not given. */
    public JsonNode argument(String argument) {
        return run.path("simple_evaluate").path(argument);
    }

    public boolean isChat() {
        return run.path("model").asString().equals("local-chat-completions");
    }

    /** Returns the tasks that were evaluated in the end, with the folder of each. */
    public Map<String, Path> leaves() {
        Map<String, Path> leaves = new HashMap<>();
        run.path("leaves")
                .properties()
                .forEach(leaf -> leaves.put(leaf.getKey(), file(leaf.getValue().asString())));
        return leaves;
    }

    /** Returns the folders of task files that the run was given. */
    public List<Path> includePaths() {
        return run.path("include_path").valueStream().map(path -> file(path.asString())).toList();
    }

    /** Returns the names of the tasks and groups that the run was asked for. */
    public List<String> tasks() {
        return run.path("tasks").valueStream().map(JsonNode::asString).toList();
    }

    /** Returns all requests and responses in the order of the run. */
    public List<JsonNode> exchanges() {
        List<JsonNode> exchanges = new ArrayList<>();
        run.path("exchanges").forEach(part -> exchanges.addAll(lines(file(part.asString()))));
        return exchanges;
    }

    /** Returns what was made of the answers to a task, one line per filter and document. */
    public List<JsonNode> samples(String task) {
        return lines(leaves().get(task).resolve("samples.jsonl.gz"));
    }

    /** Returns the scores of tasks and groups by name. */
    public JsonNode results() {
        return json(file(name + "/results.json")).path("results");
    }

    @Override
    public String toString() {
        return name;
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> lines(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                lines.add(JsonMapper.shared().readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
