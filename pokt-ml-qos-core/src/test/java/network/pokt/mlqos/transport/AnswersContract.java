package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out and what comes back. */
interface AnswersContract extends TransportBench {

    @Test
    default void a_request_reaches_the_node_as_it_was_asked() throws Exception {
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
    default void an_answer_of_any_length_arrives_whole(int length) throws Exception {
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
    default void a_whole_answer_of_any_status_is_a_response(int status) throws Exception {
        ScriptedServer server =
                open(ScriptedServer.answering(answer(status, "application/json", new byte[] {'{', '}'})));

        RelayOutcome outcome = transport().send(node(server.uri()), ASK);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayResponse.class,
                        response -> assertThat(response.status()).isEqualTo(status));
    }

    @Test
    default void a_redirect_is_not_followed() throws Exception {
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
    default void many_relays_at_once_each_get_their_own_answer() throws Exception {
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
}
