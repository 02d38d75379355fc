package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadCheckTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final HttpLimits LIMITS = HttpLimits.of(DAY, DAY, DAY, DAY, 1_000, 10_000);

    private static HttpHeaders headers(Map<String, List<String>> fields) {
        return HttpHeaders.of(fields, (name, value) -> true);
    }

    private static HeadCheck length(String... values) {
        return HeadCheck.of(headers(Map.of("content-length", List.of(values))), LIMITS);
    }

    @Test
    void an_announced_length_is_read_and_an_absent_one_is_negative() {
        assertThat(length("0")).isEqualTo(new HeadCheck(0, null));
        assertThat(length("1000")).isEqualTo(new HeadCheck(1_000, null));
        assertThat(length("7", "7")).isEqualTo(new HeadCheck(7, null));
        assertThat(HeadCheck.of(headers(Map.of()), LIMITS)).isEqualTo(new HeadCheck(-1, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1001, OVERSIZED",
        "999999999999999999, OVERSIZED",
        "9223372036854775808, OVERSIZED",
        "99999999999999999999999999999, OVERSIZED",
        "-1, MALFORMED",
        "+1, MALFORMED",
        "1e3, MALFORMED",
        "0x10, MALFORMED",
        "'5, 6', MALFORMED",
        "٣, MALFORMED",
        "'', MALFORMED"
    })
    void a_length_that_cannot_be_is_refused(String value, FaultCause cause) {
        assertThat(length(value).fault())
                .isNotNull()
                .extracting(ClientFault::cause)
                .isEqualTo(cause);
    }

    @Test
    void lengths_that_differ_are_refused() {
        assertThat(length("5", "6").fault())
                .isNotNull()
                .extracting(ClientFault::cause)
                .isEqualTo(FaultCause.MALFORMED);
    }

    @Test
    void headers_are_counted_as_they_stood_on_the_wire() {
        String fits = "y".repeat(10_000 - "X: ".length() - "\r\n".length());

        assertThat(HeadCheck.of(headers(Map.of("X", List.of(fits))), LIMITS).fault())
                .isNull();
        assertThat(HeadCheck.of(headers(Map.of("X", List.of(fits + "y"))), LIMITS)
                        .fault())
                .isNotNull()
                .extracting(ClientFault::cause)
                .isEqualTo(FaultCause.OVERSIZED);
    }

    @Test
    void more_fields_than_any_server_sends_are_refused() {
        List<String> most = Collections.nCopies(HeadCheck.MAX_FIELDS, "");

        assertThat(HeadCheck.of(headers(Map.of("X", most)), LIMITS).fault()).isNull();
        assertThat(HeadCheck.of(headers(Map.of("X", most, "Y", List.of(""))), LIMITS)
                        .fault())
                .isNotNull()
                .extracting(ClientFault::cause)
                .isEqualTo(FaultCause.OVERSIZED);
    }

    @ParameterizedTest
    @CsvSource({
        "text/event-stream, true",
        "'Text/Event-Stream; charset=utf-8', true",
        "application/json, false",
        "text/plain, false"
    })
    void event_streams_are_told_by_their_content_type(String type, boolean expected) {
        assertThat(HeadCheck.isEventStream(headers(Map.of("Content-Type", List.of(type)))))
                .isEqualTo(expected);
    }
}
