package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much time and how many bytes a node may take. */
interface BoundsContract extends TransportBench {

    @Test
    default void silence_instead_of_an_answer_is_a_first_byte_timeout() throws Exception {
        RelayFailure failure = failureOf(
                RelayTransportContract.Limits.GENEROUS.firstByte(SHORT), connection -> connection.awaitHangUp(LONG));

        assertThat(failure.cause()).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
        assertThat(failure.timing().total()).isBetween(SHORT, LONG);
    }

    @Test
    default void silence_within_an_answer_is_an_idle_timeout_that_hangs_up() throws Exception {
        HangUpWatch watch =
                new HangUpWatch(connection -> connection.send(HttpMessages.head(200, "text/plain", 100) + "x"));

        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS.idle(SHORT), watch);

        assertThat(failure.cause()).isEqualTo(FaultCause.IDLE_TIMEOUT);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    default void an_answer_that_drips_is_ended_by_the_timeout_of_the_relay() throws Exception {
        ScriptedServer server = server(connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.head(200, "text/plain", 1_000_000));
            do {
                connection.send(".");
            } while (!connection.awaitHangUp(Duration.ofMillis(20)));
        });

        RelayOutcome outcome = transport().send(node(server.uri()), ASK.withTimeout(DRIPPING));

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.TOTAL_TIMEOUT);
        assertThat(outcome.timing().total()).isBetween(DRIPPING, LONG);
    }

    @Test
    default void an_endless_body_is_cut_at_the_limit() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            HttpMessages.flood(connection);
        });

        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS.maxBodyBytes(100_000), watch);

        assertThat(failure.cause()).isEqualTo(FaultCause.OVERSIZED);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    default void a_body_that_announces_too_much_is_not_read() throws Exception {
        HangUpWatch watch =
                new HangUpWatch(connection -> connection.send(HttpMessages.head(200, "text/plain", 100_001)));

        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS.maxBodyBytes(100_000), watch);

        assertThat(failure.cause()).isEqualTo(FaultCause.OVERSIZED);
        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    default void a_body_of_exactly_the_limit_arrives() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(answer(200, "text/plain", new byte[50_000])));
        int wrapping = answer(200, "text/plain", new byte[50_000]).length
                - HttpMessages.answer(200, "text/plain", new byte[50_000]).length;
        RelayTransport transport =
                open(transport(RelayTransportContract.Limits.GENEROUS.maxBodyBytes(50_000 + wrapping)));

        RelayOutcome outcome = transport.send(node(server.uri()), ASK);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayResponse.class,
                        response -> assertThat(response.body().size()).isEqualTo(50_000));
    }

    @Test
    default void headers_beyond_the_limit_are_refused() throws Exception {
        String large = "x".repeat(RelayTransportContract.Limits.GENEROUS.maxHeaderBytes());

        RelayFailure failure = failureOf(RelayTransportContract.Limits.GENEROUS, connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.withHeader(json("{}"), "X-Large", large));
        });

        assertThat(failure.cause()).isEqualTo(FaultCause.OVERSIZED);
    }
}
