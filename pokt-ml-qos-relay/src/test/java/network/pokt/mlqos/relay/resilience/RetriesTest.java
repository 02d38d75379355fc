package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a relay is sent again, and after which wait. */
class RetriesTest extends ResilienceBench {
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
}
