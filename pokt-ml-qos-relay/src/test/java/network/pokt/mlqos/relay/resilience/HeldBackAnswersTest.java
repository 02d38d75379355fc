package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.Tape;
import org.junit.jupiter.api.Test;

/** What the caller's listener sees of attempts that were not the last. */
class HeldBackAnswersTest extends ResilienceBench {
    @Test
    void a_listener_sees_the_final_answer_only() {
        Tape tape = new Tape();
        retrying().sendAsync(node, ASK, tape);

        inner.answer(503);
        seconds(1);
        inner.fail(FaultCause.CONNECTION_LOST);
        seconds(2);
        assertThat(tape.events()).isEmpty();
        inner.answer(200);

        assertThat(tape.events()).containsExactly("head 200", "fine");
    }

    @Test
    void an_answer_that_was_held_back_for_nothing_is_shown_at_its_end() {
        Tape tape = new Tape();
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK, tape);

        inner.answer(503, Map.of("Retry-After", List.of("3600")));

        assertThat(statusOf(outcome)).isEqualTo(503);
        assertThat(tape.events()).containsExactly("head 503", "sorry");
    }

    @Test
    void an_answer_without_a_body_shows_its_head() {
        Tape tape = new Tape();
        transport(builder -> builder).sendAsync(node, ASK, tape);
        var empty = HttpHeaders.of(Map.<String, List<String>>of(), (name, value) -> true);

        inner.last().listener().onHead(204, empty);
        inner.last().future().complete(new RelayResponse(204, empty, Payload.empty(), RelayTiming.none(time.now())));

        assertThat(tape.events()).containsExactly("head 204");
    }

    @Test
    void an_answer_that_was_shown_in_part_is_not_asked_for_again() {
        Tape tape = new Tape();
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK, tape);
        var empty = HttpHeaders.of(Map.<String, List<String>>of(), (name, value) -> true);

        inner.last().listener().onHead(200, empty);
        inner.last().listener().onChunk(ByteBuffer.wrap(new byte[] {'h', 'a', 'l', 'f'}));
        inner.fail(FaultCause.STREAM_CUT);

        assertThat(causeOf(outcome)).isEqualTo(FaultCause.STREAM_CUT);
        assertThat(tape.events()).containsExactly("head 200", "half");
    }

    @Test
    void a_listener_that_throws_at_what_was_held_back_is_a_fault_of_ours() {
        RelayListener broken = new RelayListener() {
            @Override
            public void onHead(int status, HttpHeaders headers) {
                throw new IllegalStateException("no head for me");
            }
        };
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK, broken);

        inner.answer(503, Map.of("Retry-After", List.of("3600")));

        assertThat(causeOf(outcome)).isEqualTo(FaultCause.INTERNAL);
    }
}
