package network.pokt.mlqos.samples.lmehcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line against a server on loopback that always answers 3. */
class LmehCliTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    private static final String TASK = """
            task: sums
            task_alias: Sums
            tag: arithmetic
            dataset_path: json
            dataset_kwargs:
              data_files:
                test: FOLDER/sums.jsonl
            test_split: test
            doc_to_text: "{{a}} + {{b}} ="
            doc_to_target: "{{a + b}}"
            generation_kwargs:
              until: ["\\n"]
              max_gen_toks: 8
            filter_list:
              - name: number
                filter:
                  - function: regex
                    regex_pattern: "(-?[0-9]+)"
                  - function: take_first
            metric_list:
              - metric: exact_match
                aggregation: mean
                higher_is_better: true
            metadata:
              version: 1.0
            """;

    private static final String GROUP = """
            group: school
            task: [sums]
            aggregate_metric_list:
              - metric: exact_match
                aggregation: mean
                filter_list: number
            metadata:
              version: 2
            """;

    private static final String CHOICE = """
            task: parity
            dataset_path: json
            dataset_kwargs:
              data_files:
                test: FOLDER/sums.jsonl
            test_split: test
            output_type: multiple_choice
            doc_to_text: "{{a}} is"
            doc_to_choice: [even, odd]
            doc_to_target: "{{a - 1}}"
            """;

    private static final String TOKENIZER = """
            {"version": "1.0", "pre_tokenizer": {"type": "Whitespace"}, "model": {"type": "WordLevel", "unk_token": "?",
             "vocab": {"?": 0, "is": 1, "even": 2, "odd": 3, "1": 4, "2": 5, "3": 6, "the": 7, "quick": 8, "fox": 9}}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger relays = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(
                folder.resolve("sums.yaml"),
                TASK.replace("FOLDER", folder.toString().replace('\\', '/')));
        Files.writeString(folder.resolve("school.yaml"), GROUP);
        Files.writeString(
                folder.resolve("sums.jsonl"),
                "{\"a\": 1, \"b\": 2}\n{\"a\": 2, \"b\": 2}\n{\"a\": 3, \"b\": 0}\n{\"a\": 5, \"b\": 5}\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            relays.incrementAndGet();
            byte[] answer =
                    "{\"model\": \"three\", \"choices\": [{\"index\": 0, \"text\": \" 3.\", \"finish_reason\": \"stop\"}],"
                            .concat("\"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 2}}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdown();
    }

    @Test
    void a_task_is_measured_and_written_down_as_lm_eval_does() throws Exception {
        int code =
                run("--tasks", "school", "--output_path", folder.resolve("out").toString(), "--log_samples");

        assertThat(err()).doesNotContain("Exception");
        assertThat(code).isZero();
        assertThat(out()).contains("| Sums ", "| number ", "| 0.5000 |", "± 0.2887", "| school ", "0 of 4");
        JsonNode results = JsonMapper.shared().readTree(Files.readString(written("results_")));
        assertThat(results.path("results")
                        .path("sums")
                        .path("exact_match,number")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(results.path("groups")
                        .path("school")
                        .path("exact_match,number")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(results.path("group_subtasks").path("school").get(0).asString())
                .isEqualTo("sums");
        assertThat(results.path("versions").path("sums").asDouble()).isEqualTo(1);
        assertThat(results.path("n-samples").path("sums").path("effective").asInt())
                .isEqualTo(4);
        assertThat(results.path("pokt_ml_qos").path("relays").asInt()).isEqualTo(4);
        List<String> samples = Files.readAllLines(written("samples_sums_"));
        assertThat(samples).hasSize(4);
        JsonNode first = JsonMapper.shared().readTree(samples.get(0));
        assertThat(first.path("doc_id").asInt()).isZero();
        assertThat(first.path("arguments").path("gen_args_0").path("arg_0").asString())
                .isEqualTo("1 + 2 =");
        assertThat(first.path("resps").get(0).get(0).asString()).isEqualTo(" 3.");
        assertThat(first.path("filtered_resps").get(0).asString()).isEqualTo("3");
        assertThat(first.path("exact_match").asDouble()).isEqualTo(1);
    }

    @Test
    void a_run_is_resumed_from_its_journal_without_asking_again() throws Exception {
        String journal = folder.resolve("journal").toString();
        assertThat(run("--tasks", "sums", "--resume", journal)).isZero();
        assertThat(relays).hasValue(4);
        assertThat(run("--tasks", "sums", "--resume", journal)).isZero();
        assertThat(relays).hasValue(4);
        assertThat(out().split("\\| 0\\.5000 \\|", -1)).hasSize(3);
    }

    @Test
    void a_budget_of_relays_ends_the_run_early() throws Exception {
        assertThat(run("--tasks", "sums", "--budget", "2")).isEqualTo(1);
        assertThat(relays).hasValue(2);
    }

    @Test
    void documents_are_chosen_by_limit_and_by_number() throws Exception {
        assertThat(run("--tasks", "arithmetic", "--limit", "0.5")).isZero();
        assertThat(relays).hasValue(2);
        assertThat(run("--tasks", "su*", "--samples", "{\"sums\": [0, 2, 3]}")).isZero();
        assertThat(relays).hasValue(5);
        assertThat(out()).contains("| 0.6667 |");
    }

    @Test
    void what_makes_no_sense_is_refused_in_one_line_before_anything_is_sent() throws Exception {
        assertThat(run("--tasks", "divisions")).isEqualTo(2);
        assertThat(run("--tasks", "sums", "--limit", "0")).isEqualTo(2);
        assertThat(run("--tasks", "sums", "--seed", "1,2")).isEqualTo(2);
        assertThat(run("--tasks", "sums", "--frobnicate")).isEqualTo(2);
        assertThat(run("--tasks", "sums", "--samples", "nowhere.json")).isEqualTo(2);
        assertThat(err().lines()).hasSize(5).allSatisfy(line -> assertThat(line).endsWith("."));
        assertThat(relays).hasValue(0);
    }

    @Test
    void a_node_that_echoes_no_prompt_fails_tasks_of_log_likelihoods_with_that_cause() throws Exception {
        Files.writeString(
                folder.resolve("parity.yaml"),
                CHOICE.replace("FOLDER", folder.toString().replace('\\', '/')));
        Path tokenizer = Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/completions";
        String arguments = "base_url=" + url + ",model=three,tokenizer=" + tokenizer + ",custom_prefix_token_id=1";
        assertThat(run("--tasks", "parity", "--limit", "2", "--model_args", arguments))
                .isZero();
        assertThat(relays).hasValue(1);
        assertThat(out()).contains("2 of 2", "Log-likelihoods of this node would be noise (NO_LOGPROBS)");
    }

    @Test
    void a_folder_is_told_which_of_its_tasks_run() throws Exception {
        Files.writeString(folder.resolve("code.yaml"), "task: code\nunsafe_code: true\ndataset_path: json\n");
        Path reasons = folder.resolve("reasons.jsonl");
        assertThat(CoverageReport.run(
                        new PrintStream(out, true), new PrintStream(err, true), folder.toString(), reasons.toString()))
                .isZero();
        assertThat(out()).contains("1   50.0 %  runs natively", "scoring it executes what a model wrote");
        assertThat(Files.readString(reasons)).contains("\"task\":\"code\"", "unsafe_code is true.");
        assertThat(CoverageReport.run(new PrintStream(out), new PrintStream(err, true), "nowhere"))
                .isEqualTo(2);
        assertThat(err()).contains("Give a folder of task files");
    }

    @Test
    void help_is_printed() throws Exception {
        assertThat(LmehCli.run(NOON, new PrintStream(out), new PrintStream(err), "--help"))
                .isZero();
        assertThat(out()).contains("--model_args", "--include_path");
    }

    private int run(String... more) throws InterruptedException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/completions";
        String[] words = Stream.concat(
                        Stream.of(
                                "--model",
                                "local-completions",
                                "--model_args",
                                "base_url=" + url + ",model=three",
                                "--include_path",
                                folder.toString(),
                                "--bootstrap_iters",
                                "100"),
                        Stream.of(more))
                .toArray(String[]::new);
        return LmehCli.run(NOON, new PrintStream(out, true), new PrintStream(err, true), words);
    }

    private Path written(String beginning) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
