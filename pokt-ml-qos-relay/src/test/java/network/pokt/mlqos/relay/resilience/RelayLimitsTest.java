package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayOutcome;
import org.junit.jupiter.api.Test;

/** How many relays go at once and how quickly they follow each other. */
class RelayLimitsTest extends ResilienceBench {
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
}
