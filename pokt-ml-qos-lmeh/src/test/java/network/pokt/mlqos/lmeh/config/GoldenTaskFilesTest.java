package network.pokt.mlqos.lmeh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The resolved task of every recorded run equals what lm-evaluation-harness 0.4.13 resolved. */
class GoldenTaskFilesTest {

    private static final YamlReader READER = new YamlReader(YamlLimits.standard());

    @Test
    void every_recorded_task_resolves_to_the_fields_that_were_recorded() throws IOException {
        Path root = SharedData.path("golden/lmeval");
        int compared = 0;
        for (Path run : runs(root)) {
            JsonNode said = JsonMapper.shared().readTree(run.resolve("run.json").toFile());
            if (!said.has("leaves")) {
                continue;
            }
            Map<String, TaskConfig> tasks = tasks(root, said);
            RunOverrides overrides = overrides(said.get("simple_evaluate"));
            for (Map.Entry<String, JsonNode> leaf : said.get("leaves").properties()) {
                Path file = root.resolve(leaf.getValue().asString()).resolve("task.yaml");
                TaskConfig task = tasks.get(leaf.getKey());
                assertThat(task).as(leaf.getKey()).isNotNull();
                Object ours = comparable(task.with(overrides).toMap());
                assertThat(PlainJson.difference(comparable(READER.read(file)), ours))
                        .as(file.toString())
                        .isEmpty();
                compared++;
            }
        }
        System.out.println(compared + " recorded tasks resolve to the recorded fields.");
        assertThat(compared).isGreaterThan(100);
    }

    private static List<Path> runs(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("run.json")))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, TaskConfig> tasks(Path root, JsonNode run) {
        List<Path> folders = new ArrayList<>();
        // One run names a folder of its own that was not kept, as it has no file in it.
        run.get("include_path").forEach(path -> folders.add(root.resolve(path.asString())));
        folders.removeIf(folder -> !Files.isDirectory(folder));
        TaskLibrary library = TaskLibrary.of(folders, YamlLimits.standard());
        Map<String, TaskConfig> tasks = new TreeMap<>();
        for (JsonNode name : run.get("tasks")) {
            library.tree(name.asString()).tasks().forEach(task -> tasks.put(task.name(), task));
        }
        return tasks;
    }

    private static RunOverrides overrides(JsonNode arguments) {
        RunOverrides overrides = RunOverrides.none();
        if (arguments.has("num_fewshot")) {
            overrides = overrides.numFewShot(arguments.get("num_fewshot").asInt());
        }
        if (arguments.has("gen_kwargs")) {
            overrides = overrides.generation(
                    ArgumentText.parse(arguments.get("gen_kwargs").asString()));
        }
        return overrides;
    }

    /** Functions are compared by their own names: the recordings have them in words of their own. */
    private static Object comparable(Object value) {
        Object plain = PlainJson.of(value, ref -> "!function " + ref.function());
        return functions(plain);
    }

    private static Object functions(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, functions(item)));
            return copy;
        } else if (value instanceof List<?> list) {
            return new ArrayList<>(
                    list.stream().map(GoldenTaskFilesTest::functions).toList());
        }
        return value instanceof String text && text.startsWith("!function ") ? "a function" : value;
    }
}
