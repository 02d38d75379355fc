package network.pokt.mlqos.samples.suppliertools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;
import network.pokt.mlqos.relay.supplier.adapter.ServedModel;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile clients on the wire: whatever they send, the next honest client is served. */
@Timeout(60)
class AdapterServerTest {

    private static TinyModelServer model;
    private static AdapterServer server;

    @BeforeAll
    static void start() throws Exception {
        model = new TinyModelServer();
        server = AdapterServer.start(
                EndpointAdapter.builder(ServedModel.of(TinyModelServer.NAME), OpenAiServer.VLLM, model.uri())
                        .build(),
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
    }

    @AfterAll
    static void stop() {
        server.close();
        model.close();
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String say(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // A server may also close the connection in the face of such a client.
            return "";
        }
    }

    private static void assertServes() throws IOException {
        String body = "{\"prompt\":\"7/0\",\"max_tokens\":1}";
        assertThat(say("POST /v1/completions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 200")
                .contains("\"text\":\"7\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://169.254.169.254/latest HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/models/..%2f..%2fadmin HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //v1/models HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT 10.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n{}",
                "POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n{}",
                "POST /v1/completions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n",
                "POST /v1/completions HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Transfer-Encoding: chunked\r\n"
                        + "Content-Length: 3\r\n\r\n"
                        + "2\r\n"
                        + "{}\r\n"
                        + "0\r\n\r\n",
                "POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n{",
                "POST /v1/completions HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c: d\r\nContent-Length: 2\r\n\r\n[]",
                "\u0016\u0003\u0001 TLS to a plain port",
                "GET\r\n\r\n",
                "\r\n\r\n\r\n"
            })
    void malformed_requests_get_an_error_or_nothing_and_the_server_stays_up(String request) throws Exception {
        assertThat(say(request)).doesNotContain("HTTP/1.1 200", "network.pokt");
        assertServes();
    }

    @Test
    void headers_of_a_client_and_of_the_model_server_stay_on_their_sides() throws Exception {
        String body = "{\"prompt\":\"7/0\",\"max_tokens\":1,\"user\":\"a\\r\\nX-Injected: yes\"}";
        String answer = say("POST /v1/completions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\nX-Forwarded-For: 10.0.0.1\r\nAuthorization: Bearer stolen\r\n\r\n" + body);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));

        assertThat(head.lines().skip(1).map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyInAnyOrder("Date", "Content-type", "Cache-control", "Content-length");
        assertThat(answer).doesNotContain("X-Injected", "stolen");
    }

    @Test
    void a_header_flood_ends_without_an_answer_to_it() throws Exception {
        assertThat(say("GET /v1/models HTTP/1.1\r\n" + "X-Flood: 0123456789\r\n".repeat(100_000) + "\r\n"))
                .doesNotContain("HTTP/1.1 200");
        assertServes();
    }

    @Test
    void two_hundred_slow_clients_do_not_keep_an_honest_one_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = connect();
                slow.add(socket);
                String start = i % 2 == 0
                        ? "POST /v1/completions HTT"
                        : "POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{";
                socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
            }
            assertServes();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertServes();
    }

    @Test
    void a_client_that_hangs_up_in_the_middle_of_a_stream_harms_nobody() throws Exception {
        String body = "{\"prompt\":\"a\",\"stream\":true}";
        for (int i = 0; i < 20; i++) {
            try (Socket socket = connect()) {
                socket.getOutputStream()
                        .write(("POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length()
                                        + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.ISO_8859_1));
                InputStream in = socket.getInputStream();
                assertThat(in.read()).isEqualTo('H');
                socket.setSoLinger(true, 0);
            }
        }
        assertServes();
    }
}
