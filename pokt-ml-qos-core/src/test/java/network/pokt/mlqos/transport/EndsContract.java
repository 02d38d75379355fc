package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import network.pokt.mlqos.node.Node;
import org.junit.jupiter.api.Test;

/** How the caller ends relays: cancel, interrupt, close. */
interface EndsContract extends TransportBench {

    @Test
    default void cancelling_before_the_answer_hangs_up() throws Exception {
        HangUpWatch watch = new HangUpWatch(connection -> {});
        CompletableFuture<RelayOutcome> future =
                transport().sendAsync(node(server(watch).uri()), ASK);
        watch.awaitReady();

        assertThat(future.cancel(true)).isTrue();

        assertThat(watch.sawHangUp()).isTrue();
        assertThat(future).isCancelled();
    }

    @Test
    default void cancelling_within_the_answer_hangs_up() throws Exception {
        Tape tape = new Tape();
        HangUpWatch watch = new HangUpWatch(connection -> {
            connection.send(answerInParts(200, "text/plain", List.of(new byte[1], new byte[100]))
                    .get(0));
            tape.awaitBytes(1);
        });
        CompletableFuture<RelayOutcome> future =
                transport().sendAsync(node(server(watch).uri()), ASK, tape);
        watch.awaitReady();

        future.cancel(true);

        assertThat(watch.sawHangUp()).isTrue();
    }

    @Test
    default void interrupting_a_waiting_sender_hangs_up() throws Exception {
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
    default void closing_ends_relays_under_way_and_hangs_up() throws Exception {
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
    default void a_closed_transport_sends_nothing_and_may_be_closed_again() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(json("{}")));
        RelayTransport transport = transport();
        transport.close();

        RelayOutcome outcome = transport.send(node(server.uri()), ASK);
        transport.close();

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.CANCELLED);
        assertThat(server.connections()).isZero();
    }
}
