package network.pokt.mlqos.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuickstartTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws Exception {
        return Quickstart.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void it_measures_six_simulated_nodes_and_says_that_they_are() throws Exception {
        assertThat(run("--samples", "80")).isZero();

        assertThat(errors()).contains("SIMULATED").contains("480/480");
        assertThat(output())
                .contains("LEADERBOARD", "LATENCY", "SPEND", "DOUBTS", "WHICH NODE FOR WHICH NEED")
                .contains("simulated-strong", "simulated-weak", "simulated-slow", "simulated-flaky")
                .containsPattern("simulated-swapping.* changed at answer")
                .containsPattern("simulated-over-billing.* bills 1\\.[23]\\d times")
                .contains("because it has the highest score", "because it has the lowest cost", "95th percentile");
    }

    @Test
    void it_measures_the_same_nodes_as_suppliers_of_a_pocket_network() throws Exception {
        assertThat(run("--shannon", "--samples", "40")).isZero();

        assertThat(errors())
                .contains("240/240")
                .containsPattern("[2-9]\\d\\d signed replies verified in \\d+ sessions|\\d{4,} signed replies");
        assertThat(output())
                .contains("simulated-strong @ pokt1", "simulated-flaky @ pokt1", "LATENCY", "SPEND", "DOUBTS")
                .doesNotContain("unverified", "session refused", "out of session", "over serviced");
    }

    @Test
    void its_json_holds_the_same_facts() throws Exception {
        assertThat(run("--samples", "40", "--json")).isZero();

        JsonNode root = new JsonMapper().readTree(output());
        List<String> models = new ArrayList<>();
        for (JsonNode node : root.path("leaderboard")) {
            models.add(node.path("model").asString());
            assertThat(node.path("failures_as_wrong").path("interval").size()).isEqualTo(2);
            assertThat(node.path("latency_s").path("first_token").path("p95").asDouble())
                    .isPositive();
            assertThat(node.path("spend").path("relays").asInt()).isGreaterThanOrEqualTo(40);
        }
        assertThat(models).hasSize(6).doesNotHaveDuplicates().contains("simulated-strong");
        assertThat(root.path("picks").size()).isEqualTo(3);
        assertThat(root.path("ending").asString()).isEqualTo("COMPLETE");
    }

    @Test
    void an_endpoint_that_nobody_serves_ends_in_a_leaderboard_of_failures() throws Exception {
        assertThat(run("--node", "http://127.0.0.1:1,nobody", "--samples", "3")).isZero();

        assertThat(output()).contains("3 unreachable").contains("    none, because no node meets it");
    }

    @Test
    void its_journal_is_for_one_run_only(@TempDir Path folder) throws Exception {
        String journal = folder.resolve("run.jsonl").toString();
        assertThat(run("--node", "http://127.0.0.1:1,nobody", "--samples", "3", "--journal", journal))
                .isZero();

        assertThat(run("--node", "http://127.0.0.1:1,nobody", "--samples", "4", "--journal", journal))
                .isEqualTo(2);
        assertThat(errors()).contains("belongs to another run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --nodes                  | There is no option '--nodes', see --help.
                    --samples                | The option --samples needs a value
                    --samples 0              | at least 1, got '0'
                    --samples -5             | at least 1, got '-5'
                    --samples many           | got 'many'
                    --node nowhere           | needs an address such as http://host:8000,model, got 'nowhere'
                    --node ftp://host,m      | needs an address such as http://host:8000,model
                    --data /no/such/folder   | '/no/such/folder', which does not exist
                    --tokenizer missing.json | 'missing.json', which does not exist
                    --shannon --node http://h:1,m | The option --shannon is for the simulated nodes
                    --journal /no/folder/j   | cannot be opened
                    """)
    void bad_input_gets_one_sentence_that_names_the_thing_and_the_remedy(String command, String message)
            throws Exception {
        assertThat(run(command.split(" "))).isEqualTo(2);

        assertThat(errors().lines().filter(line -> !line.startsWith("Six SIMULATED")))
                .hasSize(1);
        assertThat(errors()).contains(message);
        assertThat(output()).isEmpty();
    }

    @Test
    void help_is_given() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(output()).contains("--node URL[,MODEL]");
    }
}
