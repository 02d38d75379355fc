package network.pokt.mlqos.lmeh.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes the files of recorded runs apart, writes them again from their parts, and compares bytes. */
class RecordedResultsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Keys of the installation that recorded, or that the recordings left out. */
    private static final Set<String> NOT_RECORDED = Set.of(
            "configs",
            "git_hash",
            "date",
            "pretty_env_info",
            "upper_git_hash",
            "total_evaluation_time_seconds",
            "transformers_version");

    @TempDir
    Path folder;

    @Test
    void samples_are_written_byte_for_byte_whatever_order_they_come_in() throws IOException {
        int lines = 0;
        int runs = 0;
        for (Path run : runs()) {
            Map<?, ?> leaves = (Map<?, ?>) json(run.resolve("run.json")).get("leaves");
            Map<?, ?> hashes = (Map<?, ?>) json(run.resolve("results.json")).get("task_hashes");
            for (Map.Entry<?, ?> leaf : leaves.entrySet()) {
                Path samples = run.resolveSibling(leaf.getValue().toString()).resolve("samples.jsonl.gz");
                List<String> recorded = lines(samples);
                String hash = rewrite(recorded, samples);
                assertThat(hash).as(samples.toString()).isEqualTo(hashes.get(leaf.getKey()));
                lines += recorded.size();
                runs++;
            }
        }
        System.out.println("samples files rewritten: " + runs + ", lines: " + lines);
        assertThat(runs).isGreaterThan(100);
    }

    private String rewrite(List<String> recorded, Path what) throws IOException {
        Set<String> filters = new LinkedHashSet<>();
        List<SampleLine> lines = new ArrayList<>();
        for (String line : recorded) {
            SampleLine sample = parts(line);
            filters.add(sample.filter());
            lines.add(sample);
        }
        Collections.shuffle(lines, new Random(1));
        Path file = folder.resolve("samples.jsonl");
        try (SamplesFile samples = SamplesFile.create(file, List.copyOf(filters))) {
            lines.forEach(samples::append);
            String hash = samples.finish();
            assertThat(Files.readString(file)).as(what.toString()).isEqualTo(String.join("\n", recorded) + "\n");
            assertThat(file.resolveSibling("samples.jsonl.part")).doesNotExist();
            return hash;
        }
    }

    /** Reads a line without its hashes, and with numbers where they were made texts. */
    private static SampleLine parts(String line) {
        Map<String, Object> map = object(line);
        List<List<?>> arguments = new ArrayList<>();
        for (Object each : ((Map<?, ?>) map.get("arguments")).values()) {
            arguments.add(new ArrayList<>(((Map<?, ?>) each).values()));
        }
        List<List<?>> responses = new ArrayList<>();
        for (Object each : (List<?>) map.get("resps")) {
            responses.add(
                    ((List<?>) each).stream().map(RecordedResultsTest::typed).toList());
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (Object name : (List<?>) map.get("metrics")) {
            metrics.put(name.toString(), map.get(name.toString()));
        }
        List<?> filtered = ((List<?>) map.get("filtered_resps"))
                .stream().map(RecordedResultsTest::typed).toList();
        @SuppressWarnings("unchecked")
        Map<String, Object> doc = (Map<String, Object>) map.get("doc");
        return new SampleLine(
                (Integer) map.get("doc_id"),
                doc,
                map.get("target"),
                arguments,
                responses,
                filtered,
                (String) map.get("filter"),
                metrics,
                Map.of());
    }

    private static Object typed(Object answer) {
        return answer instanceof List<?> pair && pair.size() == 2
                ? SampleLine.likelihood(
                        Double.parseDouble((String) pair.get(0)), pair.get(1).equals("True"))
                : answer;
    }

    @Test
    void results_are_written_byte_for_byte_in_the_same_order() throws IOException {
        int runs = 0;
        for (Path run : runs()) {
            Map<String, Object> recorded = json(run.resolve("results.json"));
            Map<String, @Nullable Object> ours = results(recorded).asMap();
            for (String key : recorded.keySet()) {
                if (!NOT_RECORDED.contains(key)) {
                    assertThat(PythonJson.indented(ours.get(key), 1))
                            .as(run + " " + key)
                            .isEqualTo(PythonJson.indented(recorded.get(key), 1));
                }
            }
            List<String> order = new ArrayList<>(ours.keySet());
            order.retainAll(recorded.keySet());
            List<String> recordedOrder = new ArrayList<>(recorded.keySet());
            // The recordings have the two versions at their end.
            for (String moved : List.of("lm_eval_version", "transformers_version")) {
                order.remove(moved);
                recordedOrder.remove(moved);
            }
            assertThat(order).as(run.toString()).isEqualTo(recordedOrder);
            runs++;
        }
        assertThat(runs).isGreaterThan(100);
    }

    private static RunResults results(Map<String, Object> recorded) {
        Map<?, ?> config = (Map<?, ?>) recorded.get("config");
        @SuppressWarnings("unchecked")
        Map<String, Object> arguments = (Map<String, Object>) config.get("model_args");
        RunConfig run = new RunConfig(
                (String) config.get("model"),
                arguments,
                config.get("batch_size"),
                config.get("limit"),
                (Integer) config.get("bootstrap_iters"),
                config.get("gen_kwargs"),
                new RunConfig.Seeds(
                        (Integer) config.get("random_seed"),
                        (Integer) config.get("numpy_seed"),
                        (Integer) config.get("torch_seed"),
                        (Integer) config.get("fewshot_seed")));
        RunResults.Builder results = RunResults.builder(run, (String) recorded.get("lm_eval_version"))
                .chat(new ChatFacts(
                        (String) recorded.get("system_instruction"),
                        (Boolean) recorded.get("fewshot_as_multiturn"),
                        (String) recorded.get("chat_template")));
        if (recorded.containsKey("max_length")) {
            results.tokenizer(new TokenizerFacts(
                    special(recorded.get("tokenizer_pad_token")),
                    special(recorded.get("tokenizer_eos_token")),
                    special(recorded.get("tokenizer_bos_token")),
                    (Integer) recorded.get("eot_token_id"),
                    (Integer) recorded.get("max_length")));
        }
        Map<?, ?> groups = (Map<?, ?>) recorded.getOrDefault("groups", Map.of());
        ((Map<?, ?>) recorded.get("results")).forEach((name, result) -> {
            if (groups.containsKey(name)) {
                results.group(group(recorded, (String) name, (Map<?, ?>) result));
            } else {
                results.task(task(recorded, (String) name, (Map<?, ?>) result));
            }
        });
        return results.build();
    }

    private static TaskResult task(Map<String, Object> recorded, String name, Map<?, ?> result) {
        Map<?, ?> sizes = of(recorded, "n-samples", name);
        return new TaskResult(
                name,
                (String) result.get("alias"),
                metrics(result),
                ((Map<?, ?>) recorded.get("versions")).get(name),
                (Integer) ((Map<?, ?>) recorded.get("n-shot")).get(name),
                directions(recorded, name),
                (Integer) sizes.get("original"),
                (Integer) sizes.get("effective"),
                (String) ((Map<?, ?>) recorded.get("task_hashes")).get(name),
                Map.of());
    }

    private static GroupResult group(Map<String, Object> recorded, String name, Map<?, ?> result) {
        @SuppressWarnings("unchecked")
        Map<String, Integer> counts = (Map<String, Integer>) result.get("sample_count");
        List<String> members = new ArrayList<>();
        ((List<?>) ((Map<?, ?>) recorded.get("group_subtasks")).get(name)).forEach(each -> members.add((String) each));
        Integer shots = (Integer) ((Map<?, ?>) recorded.get("n-shot")).get(name);
        return new GroupResult(
                name,
                (String) result.get("alias"),
                members,
                metrics(result),
                counts,
                (Integer) result.get("sample_len"),
                (String) ((Map<?, ?>) recorded.get("versions")).get(name),
                shots == null ? OptionalInt.empty() : OptionalInt.of(shots),
                directions(recorded, name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Boolean> directions(Map<String, Object> recorded, String name) {
        Map<?, ?> directions = of(recorded, "higher_is_better", name);
        return directions == null ? Map.of() : (Map<String, Boolean>) directions;
    }

    private static Map<?, ?> of(Map<String, Object> recorded, String key, String name) {
        return (Map<?, ?>) ((Map<?, ?>) recorded.get(key)).get(name);
    }

    private static List<MetricResult> metrics(Map<?, ?> result) {
        List<MetricResult> metrics = new ArrayList<>();
        result.forEach((key, value) -> {
            String[] parts = key.toString().split(",");
            if (parts.length == 2 && !parts[0].endsWith("_stderr")) {
                Object error = result.get(parts[0] + "_stderr," + parts[1]);
                metrics.add(new MetricResult(
                        parts[0],
                        parts[1],
                        ((Number) value).doubleValue(),
                        error instanceof Number number
                                ? OptionalDouble.of(number.doubleValue())
                                : OptionalDouble.empty()));
            }
        });
        return metrics;
    }

    private static TokenizerFacts.Special special(Object pair) {
        List<?> list = (List<?>) pair;
        return list.get(0) == null
                ? TokenizerFacts.Special.NONE
                : new TokenizerFacts.Special((String) list.get(0), Integer.valueOf((String) list.get(1)));
    }

    private static List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.list(SharedData.path("golden/lmeval"))) {
            return all.filter(each -> Files.exists(each.resolve("run.json")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }

    private static Map<String, Object> json(Path file) throws IOException {
        return object(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String text) {
        return JSON.readValue(text, LinkedHashMap.class);
    }
}
