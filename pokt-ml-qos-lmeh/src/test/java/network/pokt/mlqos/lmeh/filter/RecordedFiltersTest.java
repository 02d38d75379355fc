package network.pokt.mlqos.lmeh.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.lmeh.data.Doc;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lm-evaluation-harness 0.4.13 made of all responses of its recorded runs, filter by filter. */
class RecordedFiltersTest {

    @Test
    void every_recorded_response_is_filtered_to_the_same_value() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        int runs = 0;
        for (Path task : tasks()) {
            Map<String, FilterPipeline> pipelines = pipelines(task);
            boolean generated = false;
            for (JsonNode sample : samples(task.resolveSibling("samples.jsonl.gz"))) {
                JsonNode responses = sample.get("resps");
                if (!responses.get(0).get(0).isString()) {
                    continue;
                }
                generated = true;
                FilterPipeline pipeline = pipelines.get(sample.get("filter").asString());
                Doc doc = Doc.of(columns(sample.get("doc")), task.toString(), 1);
                for (int i = 0; i < responses.size(); i++) {
                    Object expected = value(sample.get("filtered_resps").get(i));
                    Object actual = pipeline.apply(texts(responses.get(i)), doc);
                    compared.merge(pipeline.name(), 1, Integer::sum);
                    if (!expected.equals(actual)) {
                        differences.add(task + " " + pipeline.name() + " " + responses.get(i) + ": " + expected
                                + ", not " + actual);
                    }
                }
            }
            runs += generated ? 1 : 0;
        }
        System.out.println("Filtered responses of " + runs + " recorded tasks compared by pipeline: " + compared);
        assertThat(differences).isEmpty();
        assertThat(runs).isEqualTo(56);
        assertThat(compared)
                .containsKeys(
                        "none",
                        "strict-match",
                        "flexible-extract",
                        "maj@8",
                        "first",
                        "tuple",
                        "mcr",
                        "upper",
                        "lookbehind");
    }

    private static List<Path> tasks() throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.path("golden/lmeval"), 3)) {
            return files.filter(file -> file.endsWith("task.yaml"))
                    .filter(file -> Files.exists(file.resolveSibling("samples.jsonl.gz")))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, FilterPipeline> pipelines(Path task) throws IOException {
        Map<String, FilterPipeline> pipelines = new HashMap<>(Map.of("none", FilterPipeline.DEFAULT));
        try (Reader reader = Files.newBufferedReader(task)) {
            Map<?, ?> config = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            for (Map<String, Object> entry : maps(config.get("filter_list"))) {
                List<ResponseFilter> filters = new ArrayList<>();
                for (Map<String, Object> filter : maps(entry.get("filter"))) {
                    Map<String, Object> arguments = new LinkedHashMap<>(filter);
                    filters.add(filter(String.valueOf(arguments.remove("function")), arguments));
                }
                String name = String.valueOf(entry.get("name"));
                pipelines.put(name, new FilterPipeline(name, filters));
            }
        }
        return pipelines;
    }

    private static ResponseFilter filter(String function, Map<String, Object> arguments) {
        return function.endsWith("utils.MapRegexFilter")
                ? BigBenchHardFilters.mapRegex(FilterArguments.of(function, arguments))
                : Filters.of(function, arguments);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private static List<JsonNode> samples(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n"))
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        }
    }

    private static Map<String, Object> columns(JsonNode doc) {
        Map<String, Object> columns = new LinkedHashMap<>();
        doc.properties().forEach(column -> columns.put(column.getKey(), value(column.getValue())));
        return columns;
    }

    private static Object value(JsonNode node) {
        return JsonMapper.shared().convertValue(node, Object.class);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asString()));
        return texts;
    }
}
