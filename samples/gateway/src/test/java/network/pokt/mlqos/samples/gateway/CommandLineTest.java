package network.pokt.mlqos.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.time.TimeSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws Exception {
        return Gateway.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void help_is_given() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--node URL,MODEL", "--admin-port N");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nothing                            | There is no option '--nothing', see --help.
            --port                               | The option --port needs a value
            --port 70000                         | a port from 0 to 65535, got '70000'
            --node nowhere                       | an address and a model
            --keys /no/such/file                 | needs a file, got '/no/such/file', which is none
            --pocket nowhere                     | needs FULLNODE,APPLICATION,SERVICE
            --pocket http://h,pokt1a,llm         | POKT_APPLICATION_KEY must hold the application's key
            --pocket http://h,pokt1a,llm --node http://h:1,m | exclude each other
            """)
    void bad_input_gets_one_sentence(String command, String message) throws Exception {
        assertThat(run(command.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
    }

    @Test
    void a_port_that_is_taken_is_said_to_be() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(run("--node", "http://127.0.0.1:1,m", "--port", port)).isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("in use", "--port");
    }

    @Test
    void a_line_of_keys_that_cannot_be_read_is_named_but_not_repeated(@TempDir Path folder) throws Exception {
        Path keys = Files.writeString(folder.resolve("keys"), "# customers\nada the-key-itself 10 5\n");

        assertThatThrownBy(() -> Customers.read(keys, TimeSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 2")
                .hasMessageNotContaining("the-key-itself");
    }

    @Test
    void a_client_that_is_too_far_behind_loses_its_answer() {
        EventPipe pipe = new EventPipe();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        pipe.onText("event");
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("behind");
    }
}
