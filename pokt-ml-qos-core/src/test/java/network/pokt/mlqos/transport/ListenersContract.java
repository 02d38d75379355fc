package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a listener is shown while an answer arrives, and when its parts are stamped. */
interface ListenersContract extends TransportBench {

    @Test
    default void chunks_are_shown_and_stamped_one_by_one_as_they_arrive() throws Exception {
        Tape tape = new Tape();
        ScriptedServer server = server(connection -> {
            connection.expectRequest();
            List<byte[]> pieces = answerInParts(
                    200,
                    "text/plain",
                    Stream.of("one", "two", "three")
                            .map(part -> part.getBytes(StandardCharsets.US_ASCII))
                            .toList());
            connection.send(pieces.get(0));
            tape.awaitBytes(3);
            connection.send(pieces.get(1));
            tape.awaitBytes(3);
            connection.send(pieces.get(2));
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
    default void a_listener_that_throws_at_the_head_ends_its_relay_only() throws Exception {
        assertListenerFailureEndsTheRelay(new RelayListener() {
            @Override
            public void onHead(int status, HttpHeaders headers) {
                throw new IllegalStateException("no head for me");
            }
        });
    }

    @Test
    default void a_listener_that_throws_at_a_chunk_ends_its_relay_only() throws Exception {
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
}
