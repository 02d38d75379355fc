package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a node is left alone, and how it comes back. */
class CircuitTest extends ResilienceBench {
    private ResilientTransport breaking() {
        return transport(builder -> builder.circuitBreaker(TWO_OF_TWO));
    }

    private void failTwice(ResilientTransport transport, FaultCause cause) {
        for (int i = 0; i < 2; i++) {
            transport.sendAsync(node, ASK);
            inner.fail(cause);
        }
    }

    @ParameterizedTest
    @EnumSource(FaultCause.class)
    void faults_of_node_and_network_and_refusals_open_the_circuit_others_do_not(FaultCause cause) {
        ResilientTransport transport = breaking();
        failTwice(transport, cause);
        boolean opens = cause.blame() != Blame.CALLER && cause.blame() != Blame.OURS;

        CompletableFuture<RelayOutcome> third = transport.sendAsync(node, ASK);

        if (opens) {
            assertThat(causeOf(third)).isEqualTo(FaultCause.CIRCUIT_OPEN);
            assertThat(inner.sent).hasSize(2);
        } else {
            assertThat(third).isNotDone();
            assertThat(inner.sent).hasSize(3);
        }
    }

    @Test
    void a_bad_status_opens_the_circuit_too() {
        ResilientTransport transport = breaking();
        for (int status : new int[] {500, 429}) {
            transport.sendAsync(node, ASK);
            inner.answer(status);
        }

        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.CIRCUIT_OPEN);
    }

    @Test
    void an_open_circuit_lets_a_probe_through_after_its_time_and_closes_if_that_goes_well() {
        ResilientTransport transport = breaking();
        failTwice(transport, FaultCause.SERVER_ERROR);
        seconds(29);
        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.CIRCUIT_OPEN);
        seconds(2);

        CompletableFuture<RelayOutcome> probe = transport.sendAsync(node, ASK);
        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.CIRCUIT_OPEN);
        inner.answer(200);

        assertThat(statusOf(probe)).isEqualTo(200);
        assertThat(transport.sendAsync(node, ASK)).isNotDone();
    }

    @Test
    void a_probe_that_is_cancelled_leaves_room_for_another() {
        ResilientTransport transport = breaking();
        failTwice(transport, FaultCause.SERVER_ERROR);
        seconds(31);

        transport.sendAsync(node, ASK).cancel(true);

        assertThat(transport.sendAsync(node, ASK)).isNotDone();
    }

    @Test
    void a_slow_success_is_a_success() {
        ResilientTransport transport = breaking();
        for (int i = 0; i < 5; i++) {
            CompletableFuture<RelayOutcome> outcome = transport.sendAsync(node, ASK.withTimeout(Duration.ofDays(1)));
            time.advance(Duration.ofHours(5));
            inner.answer(200);
            assertThat(statusOf(outcome)).isEqualTo(200);
        }
    }

    @Test
    void one_nodes_circuit_is_no_other_nodes() {
        ResilientTransport transport = breaking();
        failTwice(transport, FaultCause.SERVER_ERROR);

        assertThat(transport.sendAsync(node("b"), ASK)).isNotDone();
    }

    @Test
    void a_retry_that_is_refused_here_returns_what_the_node_did() {
        ResilientTransport transport = transport(
                builder -> builder.retry(THREE).circuitBreaker(new CircuitPolicy(1, 1, 1, Duration.ofMinutes(5), 1)));
        CompletableFuture<RelayOutcome> outcome = transport.sendAsync(node, ASK);

        inner.fail(FaultCause.MALFORMED);
        seconds(1);

        assertThat(inner.sent).hasSize(1);
        assertThat(causeOf(outcome)).isEqualTo(FaultCause.MALFORMED);
    }
}
