package network.pokt.mlqos.samples.localnetwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import network.pokt.mlqos.relay.shannon.ShannonNode;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LocalNetworkTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws Exception {
        return LocalNetwork.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"ha", "classic"})
    void it_checks_itself_with_a_relay_to_every_supplier(String style) throws Exception {
        assertThat(run("--port", "0", "--suppliers", "2", "--style", style, "--check"))
                .isZero();

        assertThat(output()).contains("full node      http://127.0.0.1:", "application    pokt1");
        assertThat(output().lines().filter(line -> line.startsWith("ok"))).hasSize(2);
    }

    @Test
    void a_backend_that_is_not_there_fails_the_check() throws Exception {
        assertThat(run("--port", "0", "--backend", "http://127.0.0.1:1", "--check"))
                .isOne();

        assertThat(output()).contains("failed", "SERVER_ERROR");
    }

    @Test
    void what_it_prints_is_enough_to_relay_to_it() throws Exception {
        Thread network = new Thread(() -> {
            try {
                run("--port", "0", "--suppliers", "1");
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        network.start();
        while (!output().contains("Ctrl-C")) {
            Thread.onSpinWait();
        }
        PocketPrivateKey key = PocketPrivateKey.of(HexFormat.of().parseHex(printed("its key")));
        try (ShannonTransport transport = ShannonTransport.builder(ShannonNode.rest(URI.create(printed("full node"))))
                .application(printed("application"), printed("service"), key)
                .build()) {
            transport.connect().join();
            Node node = transport.directory().nodes().get(0);

            RelayResponse response = (RelayResponse) transport.send(
                    node,
                    RelayRequest.postJson(
                            "/v1/chat/completions",
                            Payload.of("{\"stream\":true,\"messages\":[{\"content\":\"two words\"}]}")));

            assertThat(response.body().utf8()).contains("\"two \"", "\"words\"", "data: [DONE]");
            assertThat(response.timing().chunks()).isGreaterThanOrEqualTo(1);
        } finally {
            network.interrupt();
            network.join();
        }
    }

    private String printed(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " +(\\S+)").matcher(output());
        assertThat(line.find()).as(name).isTrue();
        return line.group(1);
    }

    @Test
    void the_echo_answers_without_the_network_too() throws Exception {
        try (EchoServer echo = EchoServer.start()) {
            String body = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(echo.uri().resolve("/v1/completions"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"hello\"}"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(body).contains("\"text\":\"hello\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --suppliers 0    | from 1 to 100, got '0'
            --style fancy    | ha or classic, got 'fancy'
            --backend there  | needs an address such as
            --port           | needs a value
            --nothing        | There is no option '--nothing'
            """)
    void bad_input_gets_one_sentence(String command, String message) throws Exception {
        assertThat(run(command.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
    }
}
