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
        return run.path("include_path")
                .valueStream()
                .map(path -> file(path.asString()))
                .filter(Files::isDirectory)
                .toList();
    }

    /** Returns the names of the tasks and groups that the run was asked for. */
    public List<String> tasks() {
        return run.path("tasks").valueStream().map(JsonNode::asString).toList();
    }

    /**
     * One request and its response.
     *
     * @param path where it was sent
     * @param response the response's text, which nobody parsed
     */
    public record Exchange(String path, JsonNode request, String response) {

        /** Most of a recording are responses, so that they are cut out rather than parsed. */
        static Exchange of(String line) {
            String between = ",\"response\":";
            int response = line.indexOf(between);
            JsonNode asked = JsonMapper.shared().readTree(line.substring(0, response) + "}");
            return new Exchange(
                    asked.get("path").asString(),
                    asked.get("request"),
                    line.substring(response + between.length(), line.length() - 1));
        }
    }

    /** Returns all requests and responses in the order of the run. */
    public List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        run.path("exchanges")
                .forEach(part -> text(file(part.asString())).forEach(line -> exchanges.add(Exchange.of(line))));
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
        return text(file).stream().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> text(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
