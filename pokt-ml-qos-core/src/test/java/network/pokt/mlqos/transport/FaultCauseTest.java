package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultCauseTest {

    @ParameterizedTest
    @CsvSource({
        "100, MALFORMED",
        "101, MALFORMED",
        "199, MALFORMED",
        "300, REDIRECT",
        "302, REDIRECT",
        "304, REDIRECT",
        "308, REDIRECT",
        "400, BAD_REQUEST",
        "402, BAD_REQUEST",
        "408, BAD_REQUEST",
        "413, BAD_REQUEST",
        "422, BAD_REQUEST",
        "401, UNAUTHORIZED",
        "403, UNAUTHORIZED",
        "404, NOT_FOUND",
        "405, NOT_FOUND",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "503, SERVER_ERROR",
        "504, SERVER_ERROR",
        "599, SERVER_ERROR",
        "600, MALFORMED",
        "999, MALFORMED"
    })
    void a_status_that_is_no_success_has_one_cause(int status, FaultCause cause) {
        assertThat(FaultCause.ofStatus(status, false)).contains(cause);
    }

    @Test
    void only_a_success_proves_nothing() {
        RandomCases.check(42, 1_000, draw -> {
            int status = draw.integer(100, 999);
            boolean retryAfter = draw.bool();
            assertThat(FaultCause.ofStatus(status, retryAfter).isEmpty()).isEqualTo(status >= 200 && status < 300);
        });
    }

    @Test
    void a_retry_after_matters_to_a_503_only() {
        RandomCases.check(42, 1_000, draw -> {
            int status = draw.integer(100, 999);
            if (status == 503) {
                assertThat(FaultCause.ofStatus(status, true)).contains(FaultCause.OVERLOADED);
            } else {
                assertThat(FaultCause.ofStatus(status, true)).isEqualTo(FaultCause.ofStatus(status, false));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(FaultCause.class)
    void no_node_can_hide_a_wrong_answer_behind_an_error(FaultCause cause) {
        assertThat(cause.countsAsWrong()).isEqualTo(cause.blame() != Blame.OURS);
    }

    /** Except where the chain could not be reached, which may be over in a moment. */
    @Test
    void what_the_caller_or_we_caused_is_not_worth_sending_again() {
        assertThat(FaultCause.values())
                .filteredOn(cause -> cause.blame() == Blame.CALLER || cause.blame() == Blame.OURS)
                .filteredOn(cause -> cause != FaultCause.CHAIN_UNAVAILABLE)
                .noneMatch(FaultCause::retryable);
    }
}
