package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import org.junit.jupiter.api.Test;

/** What goes wrong is told with the right cause, touches no other relay and tells no secret. */
interface FaultsContract extends TransportBench {

    @Test
    default void a_node_where_nothing_listens_is_unreachable() throws Exception {
        URI nowhere;
        try (ServerSocket socket = new ServerSocket(0)) {
            nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        RelayOutcome outcome = transport().send(node(nowhere), ASK);

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.UNREACHABLE);
    }

    @Test
    default void hanging_up_instead_of_an_answer_is_a_lost_connection() throws Exception {
        assertThat(failureOf(RelayTransportContract.Limits.GENEROUS, ScriptedConnection::expectRequest)
                        .cause())
                .isEqualTo(FaultCause.CONNECTION_LOST);
    }

    @Test
    default void an_answer_that_is_no_http_is_malformed() throws Exception {
        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send("ceci n'est pas une reponse\r\n\r\n");
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.MALFORMED);
    }

    @Test
    default void a_body_shorter_than_announced_is_truncated() throws Exception {
        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.head(200, "application/json", 100) + "{\"half\":");
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.TRUNCATED);
    }

    @Test
    default void an_event_stream_that_breaks_off_is_a_cut_stream() throws Exception {
        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.chunkedHead(200, "text/event-stream; charset=utf-8"));
            connection.send(HttpMessages.chunk("data: {}\n\n"));
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.STREAM_CUT);
    }

    @Test
    default void a_stuck_relay_does_not_hold_up_others() throws Exception {
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
    default void after_every_kind_of_fault_the_next_relay_goes_through() throws Exception {
        RelayTransport transport = open(transport(RelayTransportContract.Limits.GENEROUS.maxBodyBytes(1_000)));
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

    @Test
    default void a_request_that_cannot_be_sent_is_a_failure_of_the_caller() throws Exception {
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
    default void no_outcome_repeats_a_secret_even_if_the_node_does() throws Exception {
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
    default void a_cancelled_future_says_so_and_nothing_else() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {});
        CompletableFuture<RelayOutcome> future =
                transport().sendAsync(node(server(watch).uri()), ASK);

        future.cancel(true);

        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    }
}
