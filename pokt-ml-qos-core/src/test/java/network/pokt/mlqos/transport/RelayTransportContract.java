package network.pokt.mlqos.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link RelayTransport} that goes over a wire has to do, checked against a loopback server.
 *
 * <p>A transport over plain HTTP subclasses it with one method. One with a protocol of its own also says how that protocol
 * wraps a request and an answer:
 *
 * <pre>{@code
 * class MyTransportContractTest extends RelayTransportContract {
 *     public RelayTransport transport(Limits limits) { return MyTransport.builder()...build(); }
 *     public ScriptedConnection.Request unwrap(ScriptedConnection.Request request) { return ...; }
 *     public byte[] answer(int status, String contentType, byte[] body) { return ...; }
 * }
 * }</pre>
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RelayTransportContract
        implements AnswersContract, ListenersContract, EndsContract, BoundsContract, FaultsContract {

    /** What the transport under test is to be limited to. */
    public record Limits(Duration firstByte, Duration idle, int maxBodyBytes, int maxHeaderBytes) {

        /** Limits that no test reaches unless it means to, however slow the machine is. */
        public static final Limits GENEROUS =
                new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 4 * 1024 * 1024, 16 * 1024);

        Limits firstByte(Duration firstByte) {
            return new Limits(firstByte, idle, maxBodyBytes, maxHeaderBytes);
        }

        Limits idle(Duration idle) {
            return new Limits(firstByte, idle, maxBodyBytes, maxHeaderBytes);
        }

        Limits maxBodyBytes(int maxBodyBytes) {
            return new Limits(firstByte, idle, maxBodyBytes, maxHeaderBytes);
        }
    }

<<<<<<< HEAD
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String SECRET = "sk-very-secret";
    private static final RelayRequest ASK =
            RelayRequest.postJson("/v1/completions", Payload.of("{\"prompt\":\"2+2\"}"));
=======
    private final List<AutoCloseable> opened = new ArrayList<>();
>>>>>>> relay

    @Override
    public final <T extends AutoCloseable> T open(T resource) {
        opened.add(0, resource);
        return resource;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }
<<<<<<< HEAD

    private byte[] json(String body) {
        return answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private RelayFailure failureOf(Limits limits, ScriptedServer.Script script) throws InterruptedException {
        RelayTransport transport = open(transport(limits));
        RelayOutcome outcome = transport.send(node(server(script).uri()), ASK);
        assertThat(outcome).isInstanceOf(RelayFailure.class);
        return (RelayFailure) outcome;
    }

    // What goes out and what comes back.

    @Test
    void a_request_reaches_the_node_as_it_was_asked() throws Exception {
        CompletableFuture<ScriptedConnection.Request> seen = new CompletableFuture<>();
        ScriptedServer server = server(connection -> {
            seen.complete(unwrap(connection.expectRequest()));
            connection.send(json("{}"));
        });
        RelayRequest request = RelayRequest.builder("PUT", "/v1/things?a=b%20c")
                .header("Content-Type", "application/json")
                .body(Payload.of("{\"é\":1}"))
                .build();

        RelayOutcome outcome = transport().send(node(server.uri()), request);

        assertThat(outcome).isInstanceOf(RelayResponse.class);
        assertThat(seen.get().method()).isEqualTo("PUT");
        assertThat(seen.get().target()).endsWith("/v1/things?a=b%20c");
        assertThat(seen.get().headers()).containsEntry("Content-Type", "application/json");
        assertThat(seen.get().body()).isEqualTo(request.body().toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 65_536, 65_537, 1_000_000})
    void an_answer_of_any_length_arrives_whole(int length) throws Exception {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);
        ScriptedServer server = open(ScriptedServer.answering(answer(200, "application/octet-stream", body)));

        RelayResponse response = (RelayResponse) transport().send(node(server.uri()), ASK);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(response.body().toByteArray()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 400, 401, 404, 429, 500, 503})
    void a_whole_answer_of_any_status_is_a_response(int status) throws Exception {
        ScriptedServer server =
                open(ScriptedServer.answering(answer(status, "application/json", new byte[] {'{', '}'})));

        RelayOutcome outcome = transport().send(node(server.uri()), ASK);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayResponse.class,
                        response -> assertThat(response.status()).isEqualTo(status));
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        ScriptedServer elsewhere = server(connection -> connection.send(json("{}")));
        ScriptedServer server = open(ScriptedServer.answering(
                HttpMessages.withHeader(answer(307, "text/plain", new byte[0]), "Location", elsewhere.uri() + "/")));

        RelayOutcome outcome = transport().send(node(server.uri()), ASK);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayResponse.class,
                        response -> assertThat(response.status()).isBetween(200, 399));
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void many_relays_at_once_each_get_their_own_answer() throws Exception {
        ScriptedServer server = server(connection -> {
            for (var request = connection.request(); request.isPresent(); request = connection.request()) {
                connection.send(answer(200, "text/plain", unwrap(request.get()).body()));
            }
        });
        RelayTransport transport = transport();
        Node node = node(server.uri());
        List<CompletableFuture<RelayOutcome>> outcomes = new ArrayList<>();

        for (int i = 0; i < 200; i++) {
            outcomes.add(transport.sendAsync(node, RelayRequest.postJson("/", Payload.of("number " + i))));
        }

        for (int i = 0; i < outcomes.size(); i++) {
            String expected = "number " + i;
            assertThat(outcomes.get(i).get())
                    .isInstanceOfSatisfying(
                            RelayResponse.class,
                            response -> assertThat(response.body().utf8()).isEqualTo(expected));
        }
    }

    // Times and listeners.

    @Test
    void chunks_are_shown_and_stamped_one_by_one_as_they_arrive() throws Exception {
        Tape tape = new Tape();
        ScriptedServer server = server(connection -> {
            connection.expectRequest();
            byte[] message = answer(200, "text/plain", "onetwothree".getBytes(StandardCharsets.US_ASCII));
            int head = message.length - 8;
            connection.send(Arrays.copyOf(message, head));
            tape.awaitBytes(3);
            connection.send(Arrays.copyOfRange(message, head, head + 3));
            tape.awaitBytes(3);
            connection.send(Arrays.copyOfRange(message, head + 3, message.length));
        });

        RelayOutcome outcome =
                transport().sendAsync(node(server.uri()), ASK, tape).get();

        assertThat(outcome).isInstanceOf(RelayResponse.class);
        assertThat(tape.events()).startsWith("head 200").endsWith("three");
        assertThat(String.join("", tape.events().subList(1, tape.events().size())))
                .isEqualTo("onetwothree");
        RelayTiming timing = outcome.timing();
        assertThat(timing.chunks()).isEqualTo(3);
        assertThat(timing.chunkEnd(0)).isEqualTo(3);
        assertThat(timing.chunkEnd(2)).isEqualTo(11);
        List<Duration> order = List.of(
                Duration.ZERO,
                timing.firstByte().orElseThrow(),
                timing.chunkArrival(0),
                timing.chunkArrival(1),
                timing.chunkArrival(2),
                timing.total());
        assertThat(order).isSorted();
        assertThat(tape.overlapped()).isFalse();
    }

    @Test
    void a_listener_that_throws_at_the_head_ends_its_relay_only() throws Exception {
        assertListenerFailureEndsTheRelay(new RelayListener() {
            @Override
            public void onHead(int status, HttpHeaders headers) {
                throw new IllegalStateException("no head for me");
            }
        });
    }

    @Test
    void a_listener_that_throws_at_a_chunk_ends_its_relay_only() throws Exception {
        assertListenerFailureEndsTheRelay(new RelayListener() {
            @Override
            public void onChunk(ByteBuffer chunk) {
                throw new IllegalStateException("no chunk for me");
            }
        });
    }

    private void assertListenerFailureEndsTheRelay(RelayListener listener) throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(json("{}")));
        RelayTransport transport = transport();

        RelayOutcome outcome =
                transport.sendAsync(node(server.uri()), ASK, listener).get();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayFailure.class,
                        failure -> assertThat(failure.cause()).isEqualTo(FaultCause.INTERNAL));
        assertThat(transport.send(node(server.uri()), ASK)).isInstanceOf(RelayResponse.class);
    }

    // Ends by the caller.

    @Test
    void cancelling_before_the_answer_hangs_up() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {});
        CompletableFuture<RelayOutcome> future =
                transport().sendAsync(node(server(watch).uri()), ASK);
        watch.awaitReady();

        assertThat(future.cancel(true)).isTrue();

        assertThat(watch.sawHangUp()).isTrue();
        assertThat(future).isCancelled();
    }

    @Test
    void cancelling_within_the_answer_hangs_up() throws Exception {
        Tape tape = new Tape();
        HangUpWatch watch = new HangUpWatch(connection -> {
            connection.send(HttpMessages.head(200, "text/plain", 100) + "x");
            tape.awaitBytes(1);
        });
        CompletableFuture<RelayOutcome> future =
                transport().sendAsync(node(server(watch).uri()), ASK, tape);
        watch.awaitReady();

        future.cancel(true);

        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    void interrupting_a_waiting_sender_hangs_up() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {});
        RelayTransport transport = transport();
        Node node = node(server(watch).uri());
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Thread sender = new Thread(() -> {
            try {
                transport.send(node, ASK);
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        sender.start();
        watch.awaitReady();

        sender.interrupt();
        sender.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    void closing_ends_relays_under_way_and_hangs_up() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {});
        RelayTransport transport = transport();
        CompletableFuture<RelayOutcome> future =
                transport.sendAsync(node(server(watch).uri()), ASK);
        watch.awaitReady();

        transport.close();

        assertThat(((RelayFailure) future.get()).cause()).isEqualTo(FaultCause.CANCELLED);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    void a_closed_transport_sends_nothing_and_may_be_closed_again() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(json("{}")));
        RelayTransport transport = transport();
        transport.close();

        RelayOutcome outcome = transport.send(node(server.uri()), ASK);
        transport.close();

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.CANCELLED);
        assertThat(server.connections()).isZero();
    }

    // Bounds on time.

    @Test
    void silence_instead_of_an_answer_is_a_first_byte_timeout() throws Exception {
        RelayFailure failure = failureOf(Limits.GENEROUS.firstByte(SHORT), connection -> connection.awaitHangUp(LONG));

        assertThat(failure.cause()).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
        assertThat(failure.timing().total()).isBetween(SHORT, LONG);
    }

    @Test
    void silence_within_an_answer_is_an_idle_timeout_that_hangs_up() throws Exception {
        HangUpWatch watch =
                new HangUpWatch(connection -> connection.send(HttpMessages.head(200, "text/plain", 100) + "x"));

        RelayFailure failure = failureOf(Limits.GENEROUS.idle(SHORT), watch);

        assertThat(failure.cause()).isEqualTo(FaultCause.IDLE_TIMEOUT);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    void an_answer_that_drips_is_ended_by_the_timeout_of_the_relay() throws Exception {
        ScriptedServer server = server(connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.head(200, "text/plain", 1_000_000));
            do {
                connection.send(".");
            } while (!connection.awaitHangUp(Duration.ofMillis(20)));
        });

        RelayOutcome outcome = transport().send(node(server.uri()), ASK.withTimeout(Duration.ofSeconds(2)));

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.TOTAL_TIMEOUT);
        assertThat(outcome.timing().total()).isBetween(Duration.ofSeconds(2), LONG);
    }

    // Bounds on bytes.

    @Test
    void an_endless_body_is_cut_at_the_limit() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            HttpMessages.flood(connection);
        });

        RelayFailure failure = failureOf(Limits.GENEROUS.maxBodyBytes(100_000), watch);

        assertThat(failure.cause()).isEqualTo(FaultCause.OVERSIZED);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    void a_body_that_announces_too_much_is_not_read() throws Exception {
        HangUpWatch watch =
                new HangUpWatch(connection -> connection.send(HttpMessages.head(200, "text/plain", 100_001)));

        RelayFailure failure = failureOf(Limits.GENEROUS.maxBodyBytes(100_000), watch);

        assertThat(failure.cause()).isEqualTo(FaultCause.OVERSIZED);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    void a_body_of_exactly_the_limit_arrives() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(answer(200, "text/plain", new byte[50_000])));
        int wrapping = answer(200, "text/plain", new byte[50_000]).length
                - HttpMessages.answer(200, "text/plain", new byte[50_000]).length;
        RelayTransport transport = open(transport(Limits.GENEROUS.maxBodyBytes(50_000 + wrapping)));

        RelayOutcome outcome = transport.send(node(server.uri()), ASK);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayResponse.class,
                        response -> assertThat(response.body().size()).isEqualTo(50_000));
    }

    @Test
    void headers_beyond_the_limit_are_refused() throws Exception {
        String large = "x".repeat(Limits.GENEROUS.maxHeaderBytes());

        RelayFailure failure = failureOf(Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.withHeader(json("{}"), "X-Large", large));
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.OVERSIZED);
    }

    // Faults of the node and of the network.

    @Test
    void a_node_where_nothing_listens_is_unreachable() throws Exception {
        URI nowhere;
        try (ServerSocket socket = new ServerSocket(0)) {
            nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        RelayOutcome outcome = transport().send(node(nowhere), ASK);

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.UNREACHABLE);
    }

    @Test
    void hanging_up_instead_of_an_answer_is_a_lost_connection() throws Exception {
        assertThat(failureOf(Limits.GENEROUS, ScriptedConnection::expectRequest).cause())
                .isEqualTo(FaultCause.CONNECTION_LOST);
    }

    @Test
    void an_answer_that_is_no_http_is_malformed() throws Exception {
        RelayFailure failure = failureOf(Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send("ceci n'est pas une reponse\r\n\r\n");
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.MALFORMED);
    }

    @Test
    void a_body_shorter_than_announced_is_truncated() throws Exception {
        RelayFailure failure = failureOf(Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.head(200, "application/json", 100) + "{\"half\":");
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.TRUNCATED);
    }

    @Test
    void an_event_stream_that_breaks_off_is_a_cut_stream() throws Exception {
        RelayFailure failure = failureOf(Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.chunkedHead(200, "text/event-stream; charset=utf-8"));
            connection.send(HttpMessages.chunk("data: {}\n\n"));
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.STREAM_CUT);
    }

    @Test
    void a_stuck_relay_does_not_hold_up_others() throws Exception {
        RelayTransport transport = transport();
        ScriptedServer stuck = server(connection -> connection.awaitHangUp(LONG));
        ScriptedServer well = open(ScriptedServer.answering(json("{}")));
        List<CompletableFuture<RelayOutcome>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(transport.sendAsync(node(stuck.uri()), ASK));
        }

        for (int i = 0; i < 10; i++) {
            assertThat(transport.send(node(well.uri()), ASK)).isInstanceOf(RelayResponse.class);
        }

        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void after_every_kind_of_fault_the_next_relay_goes_through() throws Exception {
        RelayTransport transport = open(transport(Limits.GENEROUS.maxBodyBytes(1_000)));
        List<String> faults = List.of(
                "",
                "garbage\r\n\r\n",
                HttpMessages.head(200, "a/b", 5),
                HttpMessages.head(200, "a/b", 5_000),
                "HTTP/1.1 2");
        for (String fault : faults) {
            ScriptedServer server = server(connection -> {
                if (unwrap(connection.expectRequest()).target().endsWith("/bad")) {
                    connection.send(fault);
                } else {
                    connection.send(json("{}"));
                }
            });
            Node node = node(server.uri());

            assertThat(transport.send(node, RelayRequest.postJson("/bad", Payload.of("{}"))))
                    .as("answer '%s'", fault)
                    .isInstanceOf(RelayFailure.class);
            assertThat(transport.send(node, ASK)).isInstanceOf(RelayResponse.class);
        }
    }

    // Never throws, never tells.

    @Test
    void a_request_that_cannot_be_sent_is_a_failure_of_the_caller() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(json("{}")));
        RelayRequest badPath = RelayRequest.postJson("/a path", Payload.of("{}"));
        RelayRequest badHeader = RelayRequest.builder("POST", "/")
                .header("Authorization", "Bearer \u0001" + SECRET)
                .build();

        for (RelayRequest request : List.of(badPath, badHeader)) {
            RelayOutcome outcome = transport().send(node(server.uri()), request);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            RelayFailure.class,
                            failure -> assertThat(failure.cause().blame()).isIn(Blame.CALLER, Blame.OURS));
            assertThat(outcome.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void no_outcome_repeats_a_secret_even_if_the_node_does() throws Exception {
        RelayRequest request = RelayRequest.builder("POST", "/")
                .header("Authorization", "Bearer " + SECRET)
                .body(Payload.of(SECRET))
                .build();
        RelayTransport transport = transport();
        List<String> echoes = List.of(
                SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + SECRET,
                "HTTP/1.1 200 OK\r\nX: y\r\nX-Token: " + SECRET,
                HttpMessages.head(200, "text/plain", SECRET.length()) + SECRET,
                HttpMessages.chunkedHead(200, SECRET) + SECRET);

        for (String echo : echoes) {
            ScriptedServer server = server(connection -> {
                connection.expectRequest();
                connection.send(echo);
            });
            RelayOutcome outcome = transport.send(node(server.uri()), request);

            assertThat(outcome + " " + request + " " + transport).doesNotContain(SECRET);
        }
    }

    @Test
    void a_cancelled_future_says_so_and_nothing_else() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {});
        CompletableFuture<RelayOutcome> future =
                transport().sendAsync(node(server(watch).uri()), ASK);

        future.cancel(true);

        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    }
=======
>>>>>>> relay
}
