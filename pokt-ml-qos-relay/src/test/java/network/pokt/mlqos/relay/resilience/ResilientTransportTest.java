package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import org.junit.jupiter.api.Test;

/** How relays and the transport end, and what is kept. */
class ResilientTransportTest extends ResilienceBench {
    @Test
    void cancelling_aborts_the_attempt_under_way() {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        outcome.cancel(true);

        assertThat(inner.last().future()).isCancelled();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void cancelling_calls_the_waiting_attempt_off() {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);
        inner.fail(FaultCause.SERVER_ERROR);
        assertThat(time.waiting()).isEqualTo(1);

        outcome.cancel(true);

        assertThat(time.waiting()).isZero();
        seconds(60);
        assertThat(inner.sent).hasSize(1);
    }

    @Test
    void closing_ends_attempts_and_waits_and_the_wrapped_transport() {
        ResilientTransport transport = retrying();
        CompletableFuture<RelayOutcome> waiting = transport.sendAsync(node, ASK);
        inner.fail(FaultCause.SERVER_ERROR);
        CompletableFuture<RelayOutcome> underWay = transport.sendAsync(node, ASK);

        transport.close();

        assertThat(causeOf(waiting)).isEqualTo(FaultCause.CANCELLED);
        assertThat(causeOf(underWay)).isEqualTo(FaultCause.CANCELLED);
        assertThat(inner.last().future()).isCancelled();
        assertThat(inner.closed).isTrue();
        assertThat(time.waiting()).isZero();
        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.CANCELLED);
    }

    @Test
    void a_transport_that_breaks_its_contract_is_a_fault_of_ours() {
        RelayTransport throwing = new RelayTransport() {
            @Override
            public CompletableFuture<RelayOutcome> sendAsync(Node to, RelayRequest request, RelayListener listener) {
                throw new IllegalStateException("no");
            }

            @Override
            public void close() {}
        };
        ResilientTransport transport =
                ResilientTransport.around(throwing).timeSource(time).build();

        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.INTERNAL);
    }

    @Test
    void what_is_kept_about_a_node_is_dropped_when_it_was_not_asked_for_long() {
        ResilientTransport transport =
                transport(builder -> builder.circuitBreaker(TWO_OF_TWO).forgetAfter(Duration.ofMinutes(10)));
        for (int i = 0; i < 100; i++) {
            transport.sendAsync(node("old" + i), ASK);
            inner.answer(200);
        }
        transport.sendAsync(node("busy"), ASK.withTimeout(Duration.ofDays(1)));
        assertThat(transport.nodes()).isEqualTo(101);

        time.advance(Duration.ofMinutes(11));
        transport.sendAsync(node("new"), ASK);

        assertThat(transport.nodes()).isEqualTo(2);
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        ResilientTransport.Builder builder = ResilientTransport.around(inner);

        assertThatThrownBy(() -> builder.maxConcurrent(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.forgetAfter(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
