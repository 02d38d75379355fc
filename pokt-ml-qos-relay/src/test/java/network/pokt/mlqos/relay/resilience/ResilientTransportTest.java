package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResilientTransportTest {

    private static final RelayRequest ASK =
            RelayRequest.postJson("/", Payload.of("{}")).withTimeout(Duration.ofMinutes(1));
    private static final RetryPolicy THREE =
            RetryPolicy.defaults().withDelays(Duration.ofSeconds(1), Duration.ofSeconds(4));
    private static final CircuitPolicy TWO_OF_TWO = new CircuitPolicy(1, 2, 2, Duration.ofSeconds(30), 1);

    private final VirtualTime time = new VirtualTime();
    private final ManualTransport inner = new ManualTransport(time);
    private final Node node = node("a");

    private static Node node(String name) {
        return Node.at(URI.create("http://" + name), "model");
    }

    /** Everything off but what {@code policies} turns on. */
    private ResilientTransport transport(UnaryOperator<ResilientTransport.Builder> policies) {
        return policies.apply(ResilientTransport.around(inner)
                        .noRetry()
                        .noCircuitBreaker()
                        .timeSource(time)
                        .seed(7))
                .build();
    }

    private ResilientTransport retrying() {
        return transport(builder -> builder.retry(THREE));
    }

    private static FaultCause causeOf(CompletableFuture<RelayOutcome> outcome) {
        assertThat(outcome).isDone();
        return ((RelayFailure) outcome.join()).cause();
    }

    private static int statusOf(CompletableFuture<RelayOutcome> outcome) {
        assertThat(outcome).isDone();
        return ((RelayResponse) outcome.join()).status();
    }

    private void seconds(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    // Sending again.

    @ParameterizedTest
    @EnumSource(FaultCause.class)
    void a_failure_is_followed_by_another_attempt_if_its_cause_allows_it(FaultCause cause) {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        inner.fail(cause);
        seconds(5);

        if (cause.retryable()) {
            assertThat(inner.sent).hasSize(2);
            inner.answer(200);
            assertThat(statusOf(outcome)).isEqualTo(200);
        } else {
            assertThat(inner.sent).hasSize(1);
            assertThat(causeOf(outcome)).isEqualTo(cause);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_status_that_may_change_is_followed_by_another_attempt(int status) {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        inner.answer(status);
        assertThat(outcome).isNotDone();
        seconds(5);
        inner.answer(200);

        assertThat(statusOf(outcome)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 401, 404, 422})
    void a_status_that_will_not_change_is_final(int status) {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        inner.answer(status);

        assertThat(statusOf(outcome)).isEqualTo(status);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void the_last_attempt_is_the_outcome_whatever_it_is() {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        inner.fail(FaultCause.SERVER_ERROR);
        seconds(1);
        inner.fail(FaultCause.IDLE_TIMEOUT);
        seconds(2);
        inner.answer(503);

        assertThat(inner.sent).hasSize(3);
        assertThat(statusOf(outcome)).isEqualTo(503);
    }

    @Test
    void waits_double_and_are_shortened_at_random_by_half_at_most() {
        retrying().sendAsync(node, ASK);

        inner.fail(FaultCause.SERVER_ERROR);
        assertThat(time.due().get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        seconds(1);
        inner.fail(FaultCause.SERVER_ERROR);
        assertThat(time.due().get(0)).isBetween(Duration.ofSeconds(1).minusMillis(1), Duration.ofSeconds(2));
    }

    @Test
    void a_node_that_names_a_time_is_left_alone_until_then() {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        inner.answer(429, Map.of("Retry-After", List.of("20")));
        time.advance(Duration.ofMillis(19_999));
        assertThat(inner.sent).hasSize(1);
        time.advance(Duration.ofMillis(1_001));
        assertThat(inner.sent).hasSize(2);
        inner.answer(200);

        assertThat(statusOf(outcome)).isEqualTo(200);
    }

    @Test
    void a_node_that_asks_for_too_long_is_not_asked_again() {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK);

        inner.answer(503, Map.of("Retry-After", List.of("31")));

        assertThat(statusOf(outcome)).isEqualTo(503);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void the_timeout_bounds_attempts_and_waits_together() {
        CompletableFuture<RelayOutcome> outcome = retrying().sendAsync(node, ASK.withTimeout(Duration.ofSeconds(10)));
        assertThat(inner.last().request().timeout()).isEqualTo(Duration.ofSeconds(10));
        seconds(4);
        inner.fail(FaultCause.SERVER_ERROR);
        seconds(1);
        assertThat(inner.last().request().timeout()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_500));

        time.advance(Duration.ofMillis(4_500));
        inner.fail(FaultCause.SERVER_ERROR);

        assertThat(inner.sent).hasSize(2);
        assertThat(causeOf(outcome)).isEqualTo(FaultCause.SERVER_ERROR);
    }

    @Test
    void every_attempt_is_told_and_a_listener_that_throws_changes_nothing() {
        List<String> told = new ArrayList<>();
        ResilientTransport transport =
                transport(builder -> builder.retry(THREE).onAttempt((asked, request, attempt, outcome) -> {
                    told.add(asked + " " + attempt + " " + outcome);
                    throw new IllegalStateException("not interested");
                }));
        CompletableFuture<RelayOutcome> outcome = transport.sendAsync(node, ASK);

        inner.fail(FaultCause.TRUNCATED);
        seconds(1);
        inner.answer(200);

        assertThat(told).containsExactly("a 1 TRUNCATED: As told.", "a 2 200, 4 bytes");
        assertThat(statusOf(outcome)).isEqualTo(200);
    }

    // What the caller's listener sees.

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

    // Breaking the circuit.

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

    // Limits.

    @Test
    void beyond_the_rate_a_relay_is_refused() {
        ResilientTransport transport = transport(builder -> builder.rateLimit(RateLimit.of(2, Duration.ofSeconds(10))));
        transport.sendAsync(node, ASK);
        transport.sendAsync(node, ASK);

        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.THROTTLED);
        assertThat(transport.sendAsync(node("b"), ASK)).isNotDone();
        seconds(10);
        assertThat(transport.sendAsync(node, ASK)).isNotDone();
    }

    @Test
    void a_relay_that_may_wait_gets_its_turn() {
        ResilientTransport transport = transport(builder ->
                builder.rateLimit(RateLimit.of(1, Duration.ofSeconds(10)).withMaxWait(Duration.ofSeconds(15))));
        transport.sendAsync(node, ASK);
        CompletableFuture<RelayOutcome> second = transport.sendAsync(node, ASK);
        CompletableFuture<RelayOutcome> third = transport.sendAsync(node, ASK);

        assertThat(causeOf(third)).isEqualTo(FaultCause.THROTTLED);
        assertThat(inner.sent).hasSize(1);
        seconds(10);
        assertThat(inner.sent).hasSize(2);
        inner.answer(200);
        assertThat(statusOf(second)).isEqualTo(200);
    }

    @Test
    void a_relay_does_not_wait_longer_than_its_own_timeout() {
        ResilientTransport transport = transport(builder ->
                builder.rateLimit(RateLimit.of(1, Duration.ofSeconds(10)).withMaxWait(Duration.ofSeconds(15))));
        transport.sendAsync(node, ASK);

        CompletableFuture<RelayOutcome> hurried = transport.sendAsync(node, ASK.withTimeout(Duration.ofSeconds(5)));

        assertThat(causeOf(hurried)).isEqualTo(FaultCause.THROTTLED);
    }

    @Test
    void each_attempt_takes_a_turn() {
        ResilientTransport transport = transport(builder -> builder.retry(THREE)
                .rateLimit(RateLimit.of(1, Duration.ofSeconds(30)).withMaxWait(Duration.ofMinutes(1))));
        transport.sendAsync(node, ASK);
        inner.fail(FaultCause.SERVER_ERROR);

        seconds(29);
        assertThat(inner.sent).hasSize(1);
        seconds(1);
        assertThat(inner.sent).hasSize(2);
    }

    @Test
    void beyond_the_number_a_relay_is_refused_until_one_ends() {
        ResilientTransport transport = transport(builder -> builder.retry(THREE).maxConcurrent(1));
        CompletableFuture<RelayOutcome> first = transport.sendAsync(node, ASK);
        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.THROTTLED);
        inner.fail(FaultCause.SERVER_ERROR);
        assertThat(causeOf(transport.sendAsync(node, ASK))).isEqualTo(FaultCause.THROTTLED);

        first.cancel(true);

        assertThat(transport.sendAsync(node, ASK)).isNotDone();
    }

    // Cancelling and closing.

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

    // What is kept.

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
