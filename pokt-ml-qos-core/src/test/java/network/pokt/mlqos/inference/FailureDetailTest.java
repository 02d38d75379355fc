package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure tells: the node's own words about the error, fit for a log, and nothing of the request. */
class FailureDetailTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();

    private static RelayFailure failure(int status, String body, String... headers) {
        return Responses.fault(CODEC.chat(Responses.of(status, body, headers)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"too long\",\"type\":\"x\",\"code\":400}}",
                "{\"error\":{\"code\":400,\"message\":\"too long\"}}",
                "{\"error\":\"too long\",\"error_type\":\"validation\"}",
                "{\"object\":\"error\",\"message\":\"too long\",\"type\":\"BadRequestError\",\"code\":400}",
                "{\"detail\":\"too long\"}",
                "{\"error\":{\"error\":{\"message\":\" too\\tlong\\n\"}}}"
            })
    void the_message_of_an_error_is_found_in_every_shape(String body) {
        RelayFailure failure = failure(400, body);

        assertThat(failure.cause()).isEqualTo(FaultCause.BAD_REQUEST);
        assertThat(failure.status()).hasValue(400);
        assertThat(failure.detail()).isEqualTo("The node answered with status 400: too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>502</html>",
                "{",
                "[]",
                "{\"detail\":[{\"loc\":[],\"input\":\"secret\"}]}",
                "{\"error\":7}"
            })
    void an_error_without_a_message_has_its_status(String body) {
        assertThat(failure(502, body).detail()).isEqualTo("The node answered with status 502.");
    }

    @Test
    void a_book_of_an_error_is_not_read() {
        assertThat(failure(500, "{\"error\":\"" + "x".repeat(100_000) + "\"}").detail())
                .isEqualTo("The node answered with status 500.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type': 'missing', 'loc': ('body', 'model'), 'msg': 'Field required', 'input': {'prompt': 'secret'}}]",
                "[{\\\"msg\\\": \\\"Field required\\\", \\\"input\\\" : \\\"secret\\\"}]",
                "1 validation error: Field required [type=missing, input_value={'prompt': 'secret'}, input_type=dict]"
            })
    void a_validator_that_repeats_the_request_is_cut_short(String message) {
        String detail =
                failure(422, "{\"error\":{\"message\":\"" + message + "\"}}").detail();

        assertThat(detail).contains("Field required").doesNotContain("secret");
    }

    @Test
    void a_message_is_one_printable_line_of_200_characters() {
        String message = "a\\u0000\\u001b[31mb\\u202e\\u200bc\\r\\nd\\ud800" + "🦙".repeat(300);

        String detail = failure(500, "{\"error\":\"" + message + "\"}").detail();

        assertThat(detail).startsWith("The node answered with status 500: a [31mb c d 🦙🦙");
        assertThat(detail.codePointCount(0, detail.length()))
                .isEqualTo("The node answered with status 500: ".length() + 200);
        assertThat(detail).endsWith("🦙");
    }

    @Test
    void the_wish_to_be_left_alone_is_kept_with_every_failure() {
        assertThat(failure(429, "", "Retry-After", "7").retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(failure(503, "", "Retry-After", "7").cause()).isEqualTo(FaultCause.OVERLOADED);
        assertThat(failure(200, "{\"error\":\"busy\"}", "Retry-After", "7").retryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(failure(429, "", "Retry-After", "later").retryAfter()).isEmpty();
    }

    @Test
    void a_failure_keeps_the_timing_of_its_answer() {
        assertThat(failure(500, "").timing().total()).isEqualTo(Responses.TOTAL);
    }

    @Test
    void a_wrong_type_is_named_without_what_may_hide_in_it() {
        assertThat(failure(200, "{}", "Content-Type", "text/html\u0007" + "x".repeat(500))
                        .detail())
                .startsWith("The answer is of type 'text/html x")
                .hasSizeLessThan(300);
    }

    @Test
    void no_detail_quotes_tokens_of_an_echoed_prompt() {
        RelayFailure failure = Responses.fault(CODEC.completion(Responses.json(
                "{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"top_logprobs\":[{\"secret\":\"secret\"}]}}]}")));

        assertThat(failure.cause()).isEqualTo(FaultCause.SCHEMA);
        assertThat(failure.toString()).doesNotContain("secret").contains("top_logprobs");
    }
}
