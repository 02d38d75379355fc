package network.pokt.mlqos.inference;

import static network.pokt.mlqos.transport.FaultCause.EMPTY;
import static network.pokt.mlqos.transport.FaultCause.ERROR_IN_OK;
import static network.pokt.mlqos.transport.FaultCause.MALFORMED;
import static network.pokt.mlqos.transport.FaultCause.SCHEMA;
import static network.pokt.mlqos.transport.FaultCause.STREAM_CUT;
import static network.pokt.mlqos.transport.FaultCause.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers with status 200 are answers, and what the others are. */
class AnswerTableTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();

    /** A completion whose only choice has these fields beside its text. */
    private static String choice(String fields) {
        return "{\"choices\":[{\"text\":\"x\"," + fields + "}]}";
    }

    private static String logprobs(String fields) {
        return choice("\"logprobs\":{" + fields + "}");
    }

    private static String usage(String fields) {
        return "{\"choices\":[{\"text\":\"x\"}],\"usage\":{" + fields + "}}";
    }

    static Stream<Arguments> bad_completions() {
        return Stream.of(
                // no JSON
                arguments("", EMPTY),
                arguments(" \r\n\t", EMPTY),
                arguments("oops", MALFORMED),
                arguments("<html><body>502</body></html>", MALFORMED),
                arguments("{'choices':[]}", MALFORMED),
                arguments("{choices:[]}", MALFORMED),
                arguments("{\"choices\":[],}", MALFORMED),
                arguments("{\"choices\":[{\"text\":\"a\nb\"}]}", MALFORMED),
                arguments("{\"choices\":[{\"text\":\"\\q\"}]}", MALFORMED),
                arguments("{\"choices\":[{\"text\":\"x\"}]} {}", MALFORMED),
                arguments("{\"choices\":[{\"text\":\"x\"}]}null", MALFORMED),
                arguments("{\"choices\":[{\"text\":\"x\"}]}nul", MALFORMED),
                arguments("{\"choices\":[{\"text\":\"x\"}]}\u0000", MALFORMED),
                arguments("{\"choices\":[{\"text\":Nope}]}", MALFORMED),
                arguments("{\"choices\":[{\"text\":tru}]}", MALFORMED),
                // JSON that ends early
                arguments("{", TRUNCATED),
                arguments("{\"choices\":[{\"text\":\"x\"}]", TRUNCATED),
                arguments("{\"choices\":[{\"text\":\"x", TRUNCATED),
                arguments("{\"choices\":[{\"text\":\"x\\", TRUNCATED),
                arguments("{\"choices\":[{\"text\":\"x\",", TRUNCATED),
                arguments("{\"choices\":[{\"text\":nul", TRUNCATED),
                arguments("{\"choices\":[{\"index\":0.", TRUNCATED),
                arguments("{\"choices\":[{\"index\":-", TRUNCATED),
                arguments("{\"a\":-Infin", TRUNCATED),
                arguments("\uFEFF{\"a\":nul", TRUNCATED),
                arguments("\uFEFF{\"a\":1,", TRUNCATED),
                arguments("{\"a\":oops,\"b\":nul", MALFORMED),
                // an error in the clothes of a success
                arguments("{\"error\":{\"message\":\"out of memory\",\"code\":500}}", ERROR_IN_OK),
                arguments("{\"error\":\"model is loading\",\"error_type\":\"overloaded\"}", ERROR_IN_OK),
                arguments("{\"error\":true}", ERROR_IN_OK),
                arguments("{\"error\":{}}", ERROR_IN_OK),
                arguments("{\"error\":[]}", ERROR_IN_OK),
                arguments("{\"choices\":[],\"error\":{\"message\":\"no\"}}", ERROR_IN_OK),
                arguments("{\"choices\":null,\"error\":{\"message\":\"no\"}}", ERROR_IN_OK),
                arguments("{\"choices\":[{\"text\":\"\",\"error\":{\"message\":\"no\"}}]}", ERROR_IN_OK),
                arguments("{\"object\":\"error\",\"message\":\"no\",\"code\":400}", ERROR_IN_OK),
                // no content
                arguments("{\"choices\":[]}", EMPTY),
                arguments("{\"choices\":[],\"usage\":{\"prompt_tokens\":1}}", EMPTY),
                arguments("{\"choices\":[{\"text\":\"\"}]}", EMPTY),
                arguments("{\"choices\":[{\"text\":null,\"finish_reason\":null}]}", EMPTY),
                arguments("{\"choices\":[{\"text\":\"\",\"finish_reason\":\"\"}]}", EMPTY),
                arguments("{\"choices\":[{\"index\":0,\"text\":\"x\"},{\"index\":1,\"text\":\"\"}]}", EMPTY),
                // another shape
                arguments("[]", SCHEMA),
                arguments("\"text\"", SCHEMA),
                arguments("42", SCHEMA),
                arguments("null", SCHEMA),
                arguments("{}", SCHEMA),
                arguments("{\"choices\":null}", SCHEMA),
                arguments("{\"choices\":{}}", SCHEMA),
                arguments("{\"choices\":\"x\"}", SCHEMA),
                arguments("{\"choices\":[null]}", SCHEMA),
                arguments("{\"choices\":[\"x\"]}", SCHEMA),
                arguments("{\"choices\":[{\"finish_reason\":\"stop\"}]}", SCHEMA),
                arguments("{\"choices\":[{\"text\":17}]}", SCHEMA),
                arguments("{\"choices\":[{\"text\":[\"x\"]}]}", SCHEMA),
                arguments("{\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}", SCHEMA),
                arguments("{\"model\":7,\"choices\":[{\"text\":\"x\"}]}", SCHEMA),
                arguments(choice("\"finish_reason\":1"), SCHEMA),
                arguments(choice("\"index\":-1"), SCHEMA),
                arguments(choice("\"index\":\"0\""), SCHEMA),
                arguments(choice("\"index\":0.5"), SCHEMA),
                arguments(choice("\"index\":1"), SCHEMA),
                arguments(choice("\"index\":99999999999999999999999"), SCHEMA),
                arguments("{\"choices\":[{\"index\":0,\"text\":\"x\"},{\"index\":0,\"text\":\"y\"}]}", SCHEMA),
                arguments("{\"choices\":[{\"index\":0,\"text\":\"x\"},{\"index\":2,\"text\":\"y\"}]}", SCHEMA),
                // token counts
                arguments(usage("\"prompt_tokens\":-1"), SCHEMA),
                arguments(usage("\"prompt_tokens\":1.5"), SCHEMA),
                arguments(usage("\"prompt_tokens\":\"1\""), SCHEMA),
                arguments(usage("\"completion_tokens\":NaN"), SCHEMA),
                arguments(usage("\"completion_tokens\":1e400"), SCHEMA),
                arguments(usage("\"completion_tokens\":1099511627777"), SCHEMA),
                arguments(usage("\"total_tokens\":-5"), SCHEMA),
                arguments(usage("\"completion_tokens_details\":{\"reasoning_tokens\":-1}"), SCHEMA),
                arguments(usage("\"completion_tokens_details\":[]"), SCHEMA),
                arguments("{\"choices\":[{\"text\":\"x\"}],\"usage\":[]}", SCHEMA),
                // log-probabilities
                arguments(choice("\"logprobs\":[]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\",\"b\"],\"token_logprobs\":[-1]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[-1,-2]"), SCHEMA),
                arguments(logprobs("\"tokens\":[null],\"token_logprobs\":[-1]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[\"-1\"]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[0.01]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[NaN]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[-Infinity]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[-1e999]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\",\"b\"],\"token_logprobs\":[-1,null]"), SCHEMA),
                arguments(
                        logprobs("\"tokens\":[\"a\",\"b\"],\"token_logprobs\":[-1,-1],\"top_logprobs\":[{\"a\":-1}]"),
                        SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[-1],\"top_logprobs\":[{\"a\":1}]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\"],\"token_logprobs\":[-1],\"top_logprobs\":[[]]"), SCHEMA),
                arguments(logprobs("\"tokens\":[\"a\",\"b\"],\"token_logprobs\":[-1,-1],\"text_offset\":[0]"), SCHEMA),
                arguments(logprobs("\"content\":[{\"token\":\"a\"}]"), SCHEMA),
                arguments(logprobs("\"content\":[{\"logprob\":-1}]"), SCHEMA),
                arguments(logprobs("\"content\":[{\"token\":\"a\",\"logprob\":null}]"), SCHEMA),
                arguments(logprobs("\"content\":[{\"token\":\"a\",\"logprob\":2}]"), SCHEMA),
                arguments(
                        logprobs("\"content\":[{\"token\":\"a\",\"logprob\":-1,\"top_logprobs\":[{\"token\":\"b\"}]}]"),
                        SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("bad_completions")
    void a_bad_completion_has_its_cause(String body, FaultCause cause) {
        assertThat(Responses.cause(CODEC.completion(Responses.json(body)))).isEqualTo(cause);
    }

    static Stream<Arguments> bad_chats() {
        return Stream.of(
                arguments("{\"choices\":[{\"message\":null,\"finish_reason\":\"stop\"}]}", SCHEMA),
                arguments("{\"choices\":[{\"message\":\"hi\",\"finish_reason\":\"stop\"}]}", SCHEMA),
                arguments("{\"choices\":[{\"text\":\"hi\",\"finish_reason\":\"stop\"}]}", SCHEMA),
                arguments("{\"choices\":[{\"message\":{\"content\":[]}}]}", SCHEMA),
                arguments("{\"choices\":[{\"message\":{\"content\":1}}]}", SCHEMA),
                arguments("{\"choices\":[{\"message\":{\"reasoning\":{}}}]}", SCHEMA),
                arguments("{\"choices\":[{\"message\":{\"tool_calls\":{}}}]}", SCHEMA),
                arguments(
                        "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\"1\"}]},\"finish_reason\":\"x\"}]}",
                        SCHEMA),
                arguments("{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":1}}]}}]}", SCHEMA),
                arguments(
                        "{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{}}}]}}]}",
                        SCHEMA),
                arguments("{\"choices\":[{\"message\":{}}]}", EMPTY),
                arguments("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null}}]}", EMPTY),
                arguments(
                        "{\"choices\":[{\"message\":{\"content\":\"\",\"reasoning\":\"\",\"tool_calls\":[]}}]}", EMPTY),
                arguments("{\"choices\":[{\"message\":{\"content\":\"hi\"}}],\"error\":{\"code\":1}}", ERROR_IN_OK),
                arguments("{\"choices\":[{\"message\":{\"content\":\"h", TRUNCATED));
    }

    @ParameterizedTest
    @MethodSource("bad_chats")
    void a_bad_chat_has_its_cause(String body, FaultCause cause) {
        assertThat(Responses.cause(CODEC.chat(Responses.json(body)))).isEqualTo(cause);
    }

    static Stream<Arguments> bad_streams() {
        String piece = "{\"choices\":[{\"index\":0,\"text\":\"x\"}]}";
        String last = "{\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"stop\"}]}";
        return Stream.of(
                arguments("", EMPTY),
                arguments(": ping\n\n", STREAM_CUT),
                arguments("retry: 3000\n\n", STREAM_CUT),
                arguments(Responses.stream(piece), STREAM_CUT),
                arguments(Responses.stream(piece) + "data: " + last + "\n", STREAM_CUT),
                arguments(Responses.stream(piece) + "data: [DONE]\n", STREAM_CUT),
                arguments("data: {\"cho", STREAM_CUT),
                arguments(Responses.stream(last, "{\"choices\":[{\"index\":1,\"text\":\"cut\"}]}"), STREAM_CUT),
                arguments(Responses.stream("[DONE]"), EMPTY),
                arguments(Responses.stream("{\"choices\":[]}", "[DONE]"), EMPTY),
                arguments(Responses.stream("{\"choices\":[{\"text\":\"\"}]}", "[DONE]"), EMPTY),
                arguments(Responses.stream(piece, last, "[DONE]", piece), MALFORMED),
                arguments(Responses.stream(piece, last, "[DONE]", "[DONE]", "{}"), MALFORMED),
                arguments(Responses.stream("oops"), MALFORMED),
                arguments(Responses.stream("{} {}"), MALFORMED),
                arguments(Responses.stream(piece, "{\"choices\":["), TRUNCATED),
                arguments(Responses.stream("[]"), SCHEMA),
                arguments(Responses.stream("{\"choices\":[{\"delta\":{\"content\":\"x\"}}]}", "[DONE]"), SCHEMA),
                arguments(Responses.stream("{\"choices\":[{\"index\":1,\"text\":\"x\"}]}", "[DONE]"), SCHEMA),
                arguments(
                        Responses.stream(
                                "{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"tokens\":[\"x\"],\"token_logprobs\":[-1]}}]}",
                                "{\"choices\":[{\"text\":\"y\",\"logprobs\":{\"tokens\":[\"y\"],\"token_logprobs\":[null]}}]}",
                                "[DONE]"),
                        SCHEMA),
                arguments(Responses.stream(piece, "{\"error\":{\"message\":\"gone\"}}", "[DONE]"), ERROR_IN_OK),
                arguments("event: error\ndata: {\"error\":\"gone\"}\n\n", ERROR_IN_OK));
    }

    @ParameterizedTest
    @MethodSource("bad_streams")
    void a_bad_stream_has_its_cause(String body, FaultCause cause) {
        assertThat(Responses.cause(CODEC.completion(Responses.events(body)))).isEqualTo(cause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"text\":\"x\"}]}",
                "\uFEFF{\"choices\":[{\"text\":\"x\"}]}",
                " \n{\"choices\":[{\"text\":\"x\"}]}\r\n",
                "{\"choices\":[{\"text\":\"x\"}],\"error\":null,\"usage\":null,\"model\":null}",
                "{\"choices\":[{\"text\":\"x\",\"index\":null,\"logprobs\":null,\"finish_reason\":null}]}",
                "{\"choices\":[{\"text\":\"x\",\"index\":0.0}]}",
                "{\"choices\":[{\"text\":\"x\"}],\"unknown\":[NaN,{\"deep\":[-Infinity]}]}",
                "{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"tokens\":[],\"token_logprobs\":[]}}]}",
                "{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"tokens\":[\"x\"],\"token_logprobs\":[0.0005],"
                        + "\"top_logprobs\":[],\"text_offset\":[]}}]}",
                "{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"tokens\":[\"x\"],\"token_logprobs\":[-9999]}}]}",
                "data: {\"choices\":[{\"text\":\"x\",\"finish_reason\":\"stop\"}]}\n\n",
                "data: {\"choices\":[{\"text\":\"x\"}]}\n\ndata: [DONE]\n\n",
                "data: {\"choices\":[{\"text\":\"x\"}]}\n\ndata: [DONE] \n\ndata: [DONE]\n\ndata:\n\n: bye\n\n",
                "\uFEFFdata:{\"choices\":[{\"text\":\"x\"}]}\r\n\r\ndata:[DONE]\r\n\r\n",
                "event: completion\rid: 7\rdata: {\"choices\":\rdata: [{\"text\":\"x\"}]}\r\rdata: [DONE]\r\r",
                "\n: ping\n\ndata: {\"choices\":[{\"text\":\"x\"}]}\n\ndata: {\"choices\":[],\"usage\":{}}\n\ndata: [DONE]\n\n"
            })
    void the_same_answer_in_many_clothes_is_one_answer(String body) {
        CompletionAnswer answer = Responses.ok(CODEC.completion(Responses.json(body)));

        assertThat(answer.first().text()).isEqualTo("x");
        assertThat(answer.choices()).hasSize(1);
        assertThat(answer.usage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"\"", "{\"text\":null"})
    void a_model_may_have_nothing_to_say(String choice) {
        String body = "{\"choices\":[" + choice + ",\"finish_reason\":\"stop\"}]}";

        CompletionAnswer answer = Responses.ok(CODEC.completion(Responses.json(body)));

        assertThat(answer.first().text()).isEmpty();
        assertThat(answer.first().finishReason()).contains(FinishReason.STOP);
        assertThat(answer.delivery().firstContent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "Text/HTML; charset=utf-8",
                "image/png",
                "application/xml",
                "multipart/form-data",
                "application/x-ndjson"
            })
    void an_answer_of_another_type_is_malformed_whatever_it_holds(String type) {
        RelayResponse response = Responses.of(200, "{\"choices\":[{\"text\":\"x\"}]}", "Content-Type", type);

        assertThat(Responses.cause(CODEC.completion(response))).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/problem+json",
                "text/event-stream",
                "text/plain",
                "application/octet-stream",
                ""
            })
    void json_is_known_by_its_beginning_under_a_type_that_allows_it(String type) {
        RelayResponse response = Responses.of(200, " {\"choices\":[{\"text\":\"x\"}]}", "Content-Type", type);

        assertThat(Responses.ok(CODEC.completion(response)).first().text()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "deflate"})
    void an_encoded_answer_is_malformed(String encoding) {
        RelayResponse response = Responses.of(200, "{\"choices\":[{\"text\":\"x\"}]}", "Content-Encoding", encoding);

        assertThat(Responses.cause(CODEC.completion(response))).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", ""})
    void identity_is_no_encoding(String encoding) {
        RelayResponse response = Responses.of(200, "{\"choices\":[{\"text\":\"x\"}]}", "Content-Encoding", encoding);

        assertThat(Responses.ok(CODEC.completion(response)).first().text()).isEqualTo("x");
    }

    static Stream<Arguments> no_utf8() {
        return Stream.of(
                arguments("a lone continuation", new byte[] {(byte) 0x80}),
                arguments("latin 1", new byte[] {(byte) 0xE9}),
                arguments("an overlong slash", new byte[] {(byte) 0xC0, (byte) 0xAF}),
                arguments("half a surrogate pair", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                arguments("beyond Unicode", new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("no_utf8")
    void what_is_no_utf8_is_malformed_whole_or_streamed(String name, byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] whole = ("{\"choices\":[{\"text\":\"" + latin + "\"}]}").getBytes(StandardCharsets.ISO_8859_1);
        byte[] streamed = ("data: " + new String(whole, StandardCharsets.ISO_8859_1) + "\n\ndata: [DONE]\n\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Responses.cause(CODEC.completion(Responses.json(whole)))).isEqualTo(MALFORMED);
        assertThat(Responses.cause(CODEC.completion(Responses.json(streamed)))).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "漢", "🦙"})
    void a_body_cut_within_a_character_is_truncated(String character) {
        byte[] whole = ("{\"choices\":[{\"text\":\"" + character).getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(Responses.cause(CODEC.completion(Responses.json(cut)))).isEqualTo(TRUNCATED);
    }
}
