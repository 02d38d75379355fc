package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Verdict FAILED = new Verdict(FaultCause.SERVER_ERROR, Optional.empty());

    @Test
    void a_wait_lies_between_half_and_all_of_its_doubled_and_bounded_delay() {
        RandomCases.check(42, 1_000, draw -> {
            int attempt = draw.integer(1, 1_000);
            long first = draw.number(1, 10_000);
            long more = draw.number(0, Long.MAX_VALUE / 2_000_000);
            long seed = draw.number();
            RetryPolicy policy =
                    RetryPolicy.defaults().withDelays(Duration.ofMillis(first), Duration.ofMillis(first + more));

            long millis = new Backoff(policy, new Random(seed)).millis(attempt, FAILED);

            double delay = Math.min(first * Math.pow(2, Math.min(attempt - 1, 40)), first + more);
            assertThat((double) millis).isBetween(delay / 2 - 1, delay);
        });
    }

    @Test
    void a_node_is_never_asked_earlier_than_it_said() {
        RandomCases.check(42, 1_000, draw -> {
            long asked = draw.number(0, 60_000);
            long seed = draw.number();
            RetryPolicy policy = RetryPolicy.defaults();
            Verdict refused = new Verdict(FaultCause.RATE_LIMITED, Optional.of(Duration.ofMillis(asked)));

            long millis = new Backoff(policy, new Random(seed)).millis(1, refused);

            if (asked > policy.maxRetryAfter().toMillis()) {
                assertThat(millis).isEqualTo(Backoff.TOO_LONG);
            } else {
                assertThat(millis).isBetween(asked, asked + policy.firstDelay().toMillis());
            }
        });
    }

    @Test
    void equal_seeds_make_equal_waits() {
        Backoff one = new Backoff(RetryPolicy.defaults(), new Random(3));
        Backoff other = new Backoff(RetryPolicy.defaults(), new Random(3));

        for (int attempt = 1; attempt < 20; attempt++) {
            assertThat(one.millis(attempt, FAILED)).isEqualTo(other.millis(attempt, FAILED));
        }
    }

    @Test
    void retry_policies_that_make_no_sense_are_refused() {
        RetryPolicy policy = RetryPolicy.defaults();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.withMaxAttempts(1))
                .withMessage("A retry policy needs at least 2 attempts, got 1; use noRetry() for a single one.");
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withDelays(Duration.ZERO, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withDelays(SECOND, Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxRetryAfter(SECOND.negated()));
    }

    @Test
    void circuit_policies_that_make_no_sense_are_refused() {
        CircuitPolicy policy = CircuitPolicy.defaults();

        assertThatIllegalArgumentException().isThrownBy(() -> policy.withFailureRate(0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withFailureRate(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withFailureRate(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withWindow(5, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withWindow(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withOpenFor(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.withProbes(0));
    }

    @Test
    void rate_limits_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(0, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(1, Duration.ofNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimit.of(1, SECOND).withMaxWait(SECOND.negated()));
    }
}
