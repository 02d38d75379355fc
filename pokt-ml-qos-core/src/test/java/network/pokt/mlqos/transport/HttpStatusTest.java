package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a status proves, and how long a node asks to be left alone. */
class HttpStatusTest {

    private static final Instant SENT = Instant.parse("1994-11-06T08:49:30Z");

    private static RelayResponse response(int status, String body, Map<String, String> headers) {
        RelayTiming timing =
                new RelayTiming.Recorder(SENT, 0).finish(Duration.ofSeconds(2).toNanos());
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new RelayResponse(status, HttpHeaders.of(lists, (name, value) -> true), Payload.of(body), timing);
    }

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
    void a_status_that_is_no_success_is_a_fault_whatever_the_body(int status, FaultCause cause) {
        assertThat(HttpStatus.fault(response(status, "", Map.of()))).contains(cause);
        assertThat(HttpStatus.fault(response(status, "{}", Map.of()))).contains(cause);
    }

    @Test
    void a_success_is_judged_by_its_body() {
        assertThat(HttpStatus.fault(response(200, "", Map.of()))).isEmpty();
        assertThat(HttpStatus.fault(response(201, "{}", Map.of()))).isEmpty();
        assertThat(HttpStatus.fault(response(204, "", Map.of()))).contains(FaultCause.MALFORMED);
        assertThat(HttpStatus.fault(response(202, "", Map.of()))).contains(FaultCause.MALFORMED);
    }

    @Test
    void only_a_503_that_says_when_to_come_back_is_overloaded() {
        assertThat(HttpStatus.fault(response(503, "", Map.of("Retry-After", "3"))))
                .contains(FaultCause.OVERLOADED);
        assertThat(HttpStatus.fault(response(503, "", Map.of("Retry-After", "soon"))))
                .contains(FaultCause.SERVER_ERROR);
        assertThat(HttpStatus.fault(response(502, "", Map.of("Retry-After", "3"))))
                .contains(FaultCause.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "7, PT7S",
        "' 30 ', PT30S",
        "86400, PT24H",
        "86401, PT24H",
        "99999999999999999999999, PT24H",
        "000000000000000000, PT0S"
    })
    void a_number_of_seconds_is_taken_up_to_a_day(String value, Duration expected) {
        assertThat(RetryAfter.of(response(429, "", Map.of("retry-after", value))))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+5",
                "1.5",
                "1e3",
                "soon",
                "٣",
                "Sun, 99 Nov 1994 08:49:37 GMT",
                "1994-11-06T08:49:37Z"
            })
    void garbage_is_taken_as_absent(String value) {
        assertThat(RetryAfter.of(response(429, "", Map.of("Retry-After", value))))
                .isEmpty();
    }

    @Test
    void nothing_is_asked_by_an_answer_without_the_header() {
        assertThat(RetryAfter.of(response(429, "", Map.of()))).isEmpty();
    }

    @Test
    void a_date_counts_from_the_end_of_the_answer() {
        String date = "Sun, 06 Nov 1994 08:49:37 GMT";

        assertThat(RetryAfter.of(response(503, "", Map.of("Retry-After", date))))
                .contains(Duration.ofSeconds(5));
    }

    @Test
    void a_date_counts_from_the_clock_of_the_node_if_it_shows_one() {
        Map<String, String> headers =
                Map.of("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT", "Date", "Sun, 06 Nov 1994 08:48:37 GMT");

        assertThat(RetryAfter.of(response(503, "", headers))).contains(Duration.ofMinutes(1));
    }

    @Test
    void a_date_in_the_past_asks_for_nothing_and_one_far_away_for_a_day() {
        assertThat(RetryAfter.of(response(503, "", Map.of("Retry-After", "Fri, 04 Nov 1994 08:49:37 GMT"))))
                .contains(Duration.ZERO);
        assertThat(RetryAfter.of(response(503, "", Map.of("Retry-After", "Sun, 06 Nov 2095 08:49:37 GMT"))))
                .contains(RetryAfter.LONGEST);
    }
}
