package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HangUpWatch;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.ScriptedConnection;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenAiHttpTransportTest {

    private static final RelayRequest ASK = RelayRequest.postJson("/v1/completions", Payload.of("{}"));
    private static final byte[] FINE = HttpMessages.answer(200, "application/json", new byte[] {'{', '}'});

    private static FaultCause causeOf(RelayOutcome outcome) {
        assertThat(outcome).isInstanceOf(RelayFailure.class);
        return ((RelayFailure) outcome).cause();
    }

    /** Sends one relay and returns it as the node saw it. */
    private static ScriptedConnection.Request seen(OpenAiHttpTransport transport, String base, RelayRequest relay)
            throws Exception {
        CompletableFuture<ScriptedConnection.Request> seen = new CompletableFuture<>();
        try (transport;
                ScriptedServer server = ScriptedServer.start(connection -> {
                    seen.complete(connection.expectRequest());
                    connection.send(FINE);
                })) {
            Node node = Node.at(URI.create(server.uri() + base), "model");
            assertThat(transport.send(node, relay)).isInstanceOf(RelayResponse.class);
            return seen.get();
        }
    }

    // What is sent.

    @Test
    void the_path_goes_below_the_path_of_the_endpoint() throws Exception {
        for (String base : new String[] {"", "/", "/openai", "/openai/"}) {
            String expected = base.startsWith("/o") ? "/openai/v1/completions" : "/v1/completions";

            assertThat(seen(OpenAiHttpTransport.create(), base, ASK).target()).isEqualTo(expected);
        }
    }

    @Test
    void nothing_is_said_about_upgrades_or_encodings() throws Exception {
        ScriptedConnection.Request request = seen(OpenAiHttpTransport.create(), "", ASK);

        assertThat(request.headers())
                .doesNotContainKeys("Upgrade", "HTTP2-Settings", "Accept-Encoding", "Authorization");
        assertThat(request.headers()).containsEntry("Content-Length", "2");
    }

    @Test
    void a_get_has_no_body() throws Exception {
        ScriptedConnection.Request request = seen(OpenAiHttpTransport.create(), "", RelayRequest.get("/v1/models"));

        assertThat(request.method()).isEqualTo("GET");
        // The client of JDK 17 announces a length of 0, later ones announce none.
        assertThat(request.headers().getOrDefault("Content-Length", "0")).isEqualTo("0");
    }

    @Test
    void the_bearer_token_goes_to_every_node() throws Exception {
        OpenAiHttpTransport transport =
                OpenAiHttpTransport.builder().bearerToken("sk-1").build();

        assertThat(seen(transport, "", ASK).headers()).containsEntry("Authorization", "Bearer sk-1");
    }

    @Test
    void each_node_can_have_a_token_of_its_own_or_none() throws Exception {
        OpenAiHttpTransport.Builder builder = OpenAiHttpTransport.builder()
                .bearerTokens(
                        node -> node.endpoint().getPath().equals("/mine") ? Optional.of("sk-mine") : Optional.empty());

        assertThat(seen(builder.build(), "/mine", ASK).headers()).containsEntry("Authorization", "Bearer sk-mine");
        assertThat(seen(builder.build(), "/other", ASK).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void a_header_of_the_relay_replaces_the_one_of_the_transport() throws Exception {
        OpenAiHttpTransport.Builder builder = OpenAiHttpTransport.builder()
                .bearerToken("sk-transport")
                .header("X-Trace", "transport")
                .header("X-Other", "kept");
        RelayRequest relay = RelayRequest.builder("POST", "/")
                .header("authorization", "Bearer sk-relay")
                .header("X-Trace", "one")
                .header("X-Trace", "two")
                .build();

        assertThat(seen(builder.build(), "", relay).headers())
                .containsEntry("Authorization", "Bearer sk-relay")
                .containsEntry("X-Trace", "one, two")
                .containsEntry("X-Other", "kept");
    }

    @Test
    void a_proxy_is_used_only_if_it_is_named() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.answering(FINE)) {
            ProxySelector selector = ProxySelector.of(
                    new InetSocketAddress("127.0.0.1", proxy.uri().getPort()));
            OpenAiHttpTransport transport =
                    OpenAiHttpTransport.builder().proxy(selector).build();
            try (transport) {
                Node node = Node.at(URI.create("http://node.invalid"), "model");
                assertThat(transport.send(node, ASK)).isInstanceOf(RelayResponse.class);
            }
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    // What is kept secret and what is refused.

    @Test
    void a_token_appears_in_no_text() throws Exception {
        OpenAiHttpTransport.Builder builder = OpenAiHttpTransport.builder().bearerToken("sk-\u0001secret");
        try (OpenAiHttpTransport transport = builder.build()) {
            RelayOutcome outcome = transport.send(Node.at(URI.create("http://127.0.0.1:1"), "model"), ASK);

            assertThat(causeOf(outcome)).isEqualTo(FaultCause.BAD_REQUEST);
            assertThat(outcome + " " + transport + " " + builder).doesNotContain("secret");
        }
    }

    @Test
    void headers_that_the_client_keeps_for_itself_are_refused() throws Exception {
        try (RelayTransport transport = OpenAiHttpTransport.create()) {
            for (String name : List.of("Host", "Content-Length", "Connection", "Upgrade", "Expect")) {
                RelayRequest relay =
                        RelayRequest.builder("POST", "/").header(name, "x").build();

                RelayOutcome outcome = transport.send(Node.at(URI.create("http://127.0.0.1:1"), "model"), relay);

                assertThat(causeOf(outcome)).isEqualTo(FaultCause.BAD_REQUEST);
                assertThat(((RelayFailure) outcome).detail()).contains(name);
            }
        }
    }

    @Test
    void a_token_function_that_throws_is_a_fault_of_ours() throws Exception {
        try (RelayTransport transport = OpenAiHttpTransport.builder()
                .bearerTokens(node -> {
                    throw new IllegalStateException("vault is sealed");
                })
                .build()) {
            RelayOutcome outcome = transport.send(Node.at(URI.create("http://127.0.0.1:1"), "model"), ASK);

            assertThat(causeOf(outcome)).isEqualTo(FaultCause.INTERNAL);
        }
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        OpenAiHttpTransport.Builder builder = OpenAiHttpTransport.builder();

        assertThatThrownBy(() -> builder.connectTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The connect timeout must be positive, got PT0S.");
        assertThatThrownBy(() -> builder.firstByteTimeout(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.idleTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.totalTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxBodyBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxHeaderBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of threads must be positive, got 0.");
    }

    // Connecting.

    @Test
    void a_name_that_does_not_exist_is_unreachable() throws Exception {
        try (RelayTransport transport = OpenAiHttpTransport.create()) {
            RelayOutcome outcome = transport.send(Node.at(URI.create("http://node.invalid"), "model"), ASK);

            assertThat(causeOf(outcome)).isEqualTo(FaultCause.UNREACHABLE);
        }
    }

    @Test
    void a_connection_that_is_never_accepted_is_a_connect_timeout() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RelayTransport transport = OpenAiHttpTransport.builder()
                        .connectTimeout(Duration.ofMillis(200))
                        .build()) {
            Assumptions.assumeTrue(fill(full, waiting), "This system accepts connections beyond the backlog.");
            Node node = Node.at(URI.create("http://127.0.0.1:" + full.getLocalPort()), "model");

            assertThat(causeOf(transport.send(node, ASK))).isEqualTo(FaultCause.CONNECT_TIMEOUT);
            assertThat(causeOf(transport.send(node, RelayRequest.get("/")))).isEqualTo(FaultCause.CONNECT_TIMEOUT);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connects until the system lets nobody in any more; returns whether it came to that. */
    private static boolean fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
        return false;
    }

    @Test
    void tls_that_never_answers_is_a_connect_timeout() throws Exception {
        try (ScriptedServer silent =
                        ScriptedServer.start(connection -> connection.awaitHangUp(Duration.ofSeconds(30)));
                RelayTransport transport = OpenAiHttpTransport.builder()
                        .connectTimeout(Duration.ofMillis(300))
                        .build()) {
            Node node = Node.at(URI.create("https://127.0.0.1:" + silent.uri().getPort()), "model");

            assertThat(causeOf(transport.send(node, ASK))).isEqualTo(FaultCause.CONNECT_TIMEOUT);
        }
    }

    @Test
    void tls_with_a_server_that_speaks_none_is_unreachable() throws Exception {
        try (ScriptedServer plain = ScriptedServer.start(connection -> connection.send("HTTP/1.1 400 No\r\n\r\n"));
                RelayTransport transport = OpenAiHttpTransport.create()) {
            Node node = Node.at(URI.create("https://127.0.0.1:" + plain.uri().getPort()), "model");

            assertThat(causeOf(transport.send(node, ASK))).isEqualTo(FaultCause.UNREACHABLE);
        }
    }

    // Times, connections and threads.

    @Test
    void timeouts_run_on_the_given_time() throws Exception {
        VirtualTime time = new VirtualTime();
        HangUpWatch watch = new HangUpWatch(connection -> {});
        try (ScriptedServer server = ScriptedServer.start(watch);
                RelayTransport transport = OpenAiHttpTransport.builder()
                        .timeSource(time)
                        .firstByteTimeout(Duration.ofHours(1))
                        .totalTimeout(Duration.ofHours(2))
                        .build()) {
            RelayRequest patient = ASK.withTimeout(Duration.ofDays(1));
            CompletableFuture<RelayOutcome> outcome = transport.sendAsync(Node.at(server.uri(), "model"), patient);
            watch.awaitReady();

            time.advance(Duration.ofMinutes(59));
            assertThat(outcome).isNotDone();
            time.advance(Duration.ofMinutes(2));

            assertThat(causeOf(outcome.get())).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
            assertThat(watch.sawHangUp()).isTrue();
        }
    }

    /** An answer is handed over before its connection is free again, so a hasty caller may need a second one. */
    @Test
    void relays_one_after_the_other_share_connections() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(FINE);
                RelayTransport transport = OpenAiHttpTransport.create()) {
            for (int i = 0; i < 20; i++) {
                assertThat(transport.send(Node.at(server.uri(), "model"), ASK)).isInstanceOf(RelayResponse.class);
            }
            assertThat(server.connections()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_connection_that_the_server_closed_when_idle_is_not_used_again() throws Exception {
        Semaphore noticed = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(connection -> {
                    connection.expectRequest();
                    connection.send(FINE);
                    connection.halfClose();
                    connection.awaitHangUp(Duration.ofSeconds(30));
                    noticed.release();
                });
                RelayTransport transport = OpenAiHttpTransport.create()) {
            for (int i = 1; i <= 10; i++) {
                assertThat(transport.send(Node.at(server.uri(), "model"), ASK)).isInstanceOf(RelayResponse.class);
                noticed.acquire();
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }

    @Test
    void relays_start_no_threads_of_their_own() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(FINE);
                RelayTransport transport = OpenAiHttpTransport.create()) {
            Node node = Node.at(server.uri(), "model");
            transport.send(node, ASK);
            long before = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
            for (int i = 0; i < 300; i++) {
                transport.send(node, ASK);
            }

            assertThat(ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() - before)
                    .isLessThan(100);
        }
    }

    @Test
    void closing_ends_the_threads() throws Exception {
        RelayTransport transport = OpenAiHttpTransport.create();
        try (ScriptedServer server = ScriptedServer.answering(FINE)) {
            transport.send(Node.at(server.uri(), "model"), ASK);
            transport.send(Node.at(URI.create("http://localhost:" + server.uri().getPort()), "model"), ASK);
            List<Thread> started = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("pokt-ml-qos-relay")
                            || thread.getName().startsWith("pokt-ml-qos-names"))
                    .toList();
            assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);

            transport.close();

            for (Thread thread : started) {
                thread.join();
            }
        }
    }

    @Test
    void two_nodes_at_one_address_are_two_nodes_over_one_connection() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(FINE);
                RelayTransport transport = OpenAiHttpTransport.create()) {
            for (String supplier : new String[] {"pokt1a", "pokt1b"}) {
                Node node =
                        Node.builder(new NodeId(supplier, "svc"), server.uri()).build();
                assertThat(transport.send(node, ASK)).isInstanceOf(RelayResponse.class);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
