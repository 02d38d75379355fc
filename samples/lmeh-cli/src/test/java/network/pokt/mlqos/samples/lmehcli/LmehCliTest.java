package network.pokt.mlqos.samples.lmehcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LmehCliTest extends CliFixture {

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
        String url = url("/v1/completions");
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

    private Path written(String beginning) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
