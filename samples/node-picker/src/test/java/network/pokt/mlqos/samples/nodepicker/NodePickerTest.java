package network.pokt.mlqos.samples.nodepicker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePickerTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws InterruptedException {
        return NodePicker.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void it_ranks_the_nodes_that_will_do_and_says_why_the_others_will_not() throws InterruptedException {
        assertThat(run()).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("SIMULATED");
        assertThat(output())
                .containsPattern("1\\. simulated-(strong|cheap), would get \\d+ %")
                .containsPattern("generated_arithmetic 0\\.\\d+, 95 % interval .*n = 100")
                .containsPattern("first token after \\d+ ms, for 95 of 100 within \\d+ ms")
                .containsPattern("worth 0\\.\\d+ cents a request: answer \\+0\\.\\d+, price -0\\.\\d+")
                .containsPattern(
                        "LEFT OUT[\\s\\S]*simulated-weak: Its accuracy on generated_arithmetic is .*not surely")
                .containsPattern("LEFT OUT[\\s\\S]*simulated-slow: Its time to first token is 1\\.\\d+ s");
    }

    @Test
    void no_node_is_an_answer_too() throws InterruptedException {
        assertThat(run("--samples", "30", "--accuracy", "0.99")).isEqualTo(1);

        assertThat(output()).contains("BEST FIRST" + System.lineSeparator() + "  none");
    }

    @Test
    void every_run_says_the_same() throws InterruptedException {
        run("--samples", "40");
        String first = output();
        out.reset();
        run("--samples", "40");

        assertThat(output()).isEqualTo(first);
    }

    @Test
    void nodes_that_nobody_serves_are_left_out() throws InterruptedException {
        assertThat(run("--node", "http://127.0.0.1:1,nobody", "--samples", "2")).isEqualTo(1);

        assertThat(output()).contains("nobody: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nodes           | There is no option '--nodes', see --help.
            --samples         | The option --samples needs a value
            --samples 1       | a whole number from 2 to 1000, got '1'
            --accuracy 1.5    | a share from 0 to 1, got '1.5'
            --node nowhere    | an address and a model such as http://host:8000,llama, got 'nowhere'
            """)
    void bad_input_gets_one_sentence(String command, String message) throws InterruptedException {
        assertThat(run(command.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
    }
}
