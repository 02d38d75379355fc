package network.pokt.mlqos.lmeh.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 2, 12, 3, 4, 56_000);

    @TempDir
    Path folder;

    @Test
    void files_are_named_after_model_task_and_time() {
        ResultFiles files = ResultFiles.at(folder, "meta/llama 3:8b?[x]", NOON);
        assertThat(files.results())
                .isEqualTo(folder.resolve("meta__llama 3__8b__x__/results_2026-01-02T12-03-04.000056.json"));
        assertThat(files.samples("group::task"))
                .isEqualTo(
                        folder.resolve("meta__llama 3__8b__x__/samples_group__task_2026-01-02T12-03-04.000056.jsonl"));
        assertThat(ResultFiles.at(folder.resolve("out.json"), "m", NOON.withNano(0))
                        .results())
                .isEqualTo(folder.resolve("out_2026-01-02T12-03-04.json"));
    }

    @Test
    void what_the_harness_does_not_know_stands_under_a_key_of_ours() throws IOException {
        RunResults results = RunResults.builder(
                        new RunConfig(
                                "local-completions",
                                Map.of("model", "m"),
                                1,
                                null,
                                1000,
                                null,
                                RunConfig.Seeds.DEFAULT),
                        "0.4.13")
                .task(new TaskResult(
                        "t",
                        "t",
                        List.of(new MetricResult("acc", "none", Double.NaN, OptionalDouble.empty())),
                        1.0,
                        0,
                        Map.of("acc", true),
                        2,
                        2,
                        null,
                        Map.of()))
                .time(Instant.parse("2026-01-01T00:00:00.250Z"), Duration.ofMillis(1500))
                .own("node", "pokt1abc")
                .own("spend", Map.of("relays", 12))
                .build();
        ResultFiles files = ResultFiles.at(folder, "m", NOON);
        files.write(results);
        assertThat(Files.readString(files.results()))
                .contains("\"acc,none\": NaN")
                .contains("\"acc_stderr,none\": \"N/A\"")
                .contains("\"date\": 1767225600.25")
                .contains("\"total_evaluation_time_seconds\": \"1.5\"")
                .endsWith(
                        "  \"pokt_ml_qos\": {\n    \"node\": \"pokt1abc\",\n    \"spend\": {\n      \"relays\": 12\n    }\n  }\n}");
    }

    @Test
    void a_line_carries_node_and_attempts_at_its_end() {
        SampleLine line = new SampleLine(
                3,
                Map.of("q", "x"),
                Arrays.asList("a", null),
                List.of(List.of(SampleLine.conversation(List.of(Map.of("role", "user"))), Map.of("until", List.of()))),
                List.of(List.of("é", "\u2028")),
                List.of(true),
                "none",
                Map.of("acc", 1.0),
                Map.of("node", "n1"));
        assertThat(line.json())
                .contains("\"target\": \"['a', None]\"")
                .contains("\"arg_0\": [\"[{\\\"role\\\": \\\"user\\\"}]\"]")
                .contains("\"resps\": [[\"é\", \"\u2028\"]], \"filtered_resps\": [\"True\"]")
                .endsWith("\"acc\": 1.0, \"pokt_ml_qos\": {\"node\": \"n1\"}}");
    }

    @Test
    void lines_of_a_filter_that_was_not_announced_are_refused_and_a_closed_run_leaves_its_lines() throws IOException {
        Path file = folder.resolve("deep/samples.jsonl");
        try (SamplesFile samples = SamplesFile.create(file, List.of("none"))) {
            samples.append(line(1, "none"));
            assertThatThrownBy(() -> samples.append(line(1, "other")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'other'");
        }
        assertThat(file).doesNotExist();
        assertThat(Files.readAllLines(file.resolveSibling("samples.jsonl.part")))
                .hasSize(1);
    }

    @Test
    void lines_appended_by_many_threads_come_out_in_order() throws Exception {
        Path file = folder.resolve("samples.jsonl");
        try (SamplesFile samples = SamplesFile.create(file, List.of("a", "b"))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int first = i;
                Thread thread = new Thread(() -> {
                    for (int doc = first; doc < 200; doc += 8) {
                        samples.append(line(doc, "b"));
                        samples.append(line(doc, "a"));
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            samples.finish();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(400);
        for (int i = 0; i < 400; i++) {
            assertThat(lines.get(i))
                    .startsWith("{\"doc_id\": " + i % 200 + ",")
                    .contains("\"filter\": \"" + (i < 200 ? "a" : "b"));
        }
    }

    private static SampleLine line(int doc, String filter) {
        return new SampleLine(
                doc,
                Map.of("n", doc),
                doc,
                List.of(List.of("context " + doc)),
                List.of(List.of(SampleLine.likelihood(-1.5, false))),
                List.of(List.of(-1.5, false)),
                filter,
                Map.of("acc", 1.0),
                Map.of());
    }
}
