package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a node sends, the codec returns an answer or a fault of the node, and does not do more work than it must. */
class HostileAnswerTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();

    private static final String COMPLETION = """
            {"id":"é漢🦙","model":"m","choices":[{"index":0,"text":"a\\u00e9\\nb","logprobs":{"tokens":["a","b"],
            "token_logprobs":[null,-1.25e-3],"top_logprobs":[null,{"b":-0.5,"c":-17}],"text_offset":[0,1]},
            "finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3},
            "unknown":[true,false,null,NaN,-Infinity,{"x":[0.5]}],"error":null}""";

    private static final String CHAT = """
            {"choices":[{"index":0,"message":{"role":"assistant","content":"hi","reasoning":"hm","tool_calls":[{"id":"1",
            "function":{"name":"f","arguments":"{}"}}]},"logprobs":{"content":[{"token":"hi","logprob":-1,"bytes":[104,105],
            "top_logprobs":[{"token":"hi","logprob":-1,"bytes":null}]}]},"finish_reason":"tool_calls"}]}""";

    private static final String STREAM =
            ": hello\r\n\r\ndata: {\"choices\":[{\"index\":0,\"text\":\"é\",\"delta\":{\"content\":\"é\"}}]}\r\n\r\n"
                    + "event: x\ndata: {\"choices\":\ndata: [{\"index\":0,\"text\":\"\",\"delta\":{\"tool_calls\":"
                    + "[{\"index\":0,\"function\":{\"name\":\"f\"}}]},\"finish_reason\":\"stop\"}]}\n\n"
                    + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1}}\n\ndata: [DONE]\n\n";

    static List<String> bodies() {
        return List.of(COMPLETION, CHAT, STREAM);
    }

    private static byte[] utf8(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String fields(String name, int count, String element) {
        return "{\"choices\":[{\"text\":\"x\",\"message\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}],\"" + name
                + "\":" + element.repeat(count);
    }

    /** Decodes both ways and returns nothing: the point is what must not happen. */
    private static void decode(RelayResponse response) {
        for (Decoded<?> decoded : List.of(CODEC.completion(response), CODEC.chat(response))) {
            if (decoded instanceof Decoded.Fault<?> fault) {
                RelayFailure failure = fault.failure();
                assertThat(failure.cause().blame()).isEqualTo(Blame.NODE);
                assertThat(failure.detail()).isNotBlank().hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}");
            }
        }
    }

    @Test
    void the_seeds_of_the_fuzzing_are_good_answers() {
        assertThat(CODEC.completion(Responses.json(COMPLETION))).isInstanceOf(Decoded.Ok.class);
        assertThat(CODEC.chat(Responses.json(CHAT))).isInstanceOf(Decoded.Ok.class);
        assertThat(CODEC.completion(Responses.events(STREAM))).isInstanceOf(Decoded.Ok.class);
        assertThat(CODEC.chat(Responses.events(STREAM))).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void json_cut_anywhere_is_truncated() {
        byte[] completion = utf8(COMPLETION);
        byte[] chat = utf8(CHAT);

        for (int length = 1; length < completion.length; length++) {
            assertThat(Responses.cause(CODEC.completion(Responses.json(Arrays.copyOf(completion, length)))))
                    .as("%d bytes", length)
                    .isEqualTo(FaultCause.TRUNCATED);
        }
        for (int length = 1; length < chat.length; length++) {
            assertThat(Responses.cause(CODEC.chat(Responses.json(Arrays.copyOf(chat, length)))))
                    .as("%d bytes", length)
                    .isEqualTo(FaultCause.TRUNCATED);
        }
    }

    @Test
    void a_stream_cut_anywhere_is_cut_until_each_choice_has_ended() {
        byte[] stream = utf8(STREAM);
        int ended = utf8(STREAM.substring(0, STREAM.indexOf("data: {\"choices\":[],"))).length;

        for (int length = 1; length < stream.length; length++) {
            RelayResponse response =
                    Responses.of(200, Arrays.copyOf(stream, length), "Content-Type", "text/event-stream");
            Decoded<ChatAnswer> decoded = CODEC.chat(response);
            if (length < ended) {
                assertThat(Responses.cause(decoded)).as("%d bytes", length).isEqualTo(FaultCause.STREAM_CUT);
            } else {
                assertThat(Responses.ok(decoded).first().content())
                        .as("%d bytes", length)
                        .isEqualTo("é");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_byte_changed_anywhere_does_no_harm(String body) {
        byte[] bytes = utf8(body);
        for (int i = 0; i < bytes.length; i++) {
            byte original = bytes[i];
            for (int value : new int[] {0, '"', '{', '}', '[', ',', ':', '\n', '\\', '-', '9', 'e', 0x80, 0xC3, 0xFF}) {
                bytes[i] = (byte) value;
                decode(Responses.of(200, bytes));
            }
            bytes[i] = original;
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void random_damage_does_no_harm(String body) {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 5000; i++) {
            decode(Responses.of(200, damaged(utf8(body), random)));
        }
    }

    /** Cuts pieces out, repeats them elsewhere and changes single bytes. */
    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(damaged.length);
            int to = from + random.nextInt(Math.min(40, damaged.length - from) + 1);
            int at = random.nextInt(damaged.length);
            byte[] piece = random.nextInt(3) == 0
                    ? new byte[] {(byte) random.nextInt(256)}
                    : Arrays.copyOfRange(damaged, from, to);
            int skipped = random.nextInt(Math.min(40, damaged.length - at) + 1);
            byte[] next = new byte[damaged.length - skipped + piece.length];
            System.arraycopy(damaged, 0, next, 0, at);
            System.arraycopy(piece, 0, next, at, piece.length);
            System.arraycopy(damaged, at + skipped, next, at + piece.length, damaged.length - at - skipped);
            damaged = next.length == 0 ? new byte[1] : next;
        }
        return damaged;
    }

    @Test
    void random_bytes_of_any_status_do_no_harm() {
        RandomCases.check(42, 2_000, draw -> {
            byte[] body = draw.bytes(0, 200);
            int status = draw.integer(100, 999);
            for (RelayResponse response :
                    List.of(Responses.of(status, body), Responses.of(200, body, "Content-Type", "text/event-stream"))) {
                Decoded<ChatAnswer> decoded = CODEC.chat(response);

                assertThat(Responses.fault(decoded).status()).hasValue(response.status());
            }
        });
    }

    @Test
    void deep_nesting_is_oversized_even_in_a_field_that_is_passed_over() {
        assertThat(Responses.cause(CODEC.completion(Responses.json(fields("deep", 1_000_000, "[")))))
                .isEqualTo(FaultCause.OVERSIZED);
        assertThat(Responses.cause(CODEC.completion(Responses.json(fields("deep", 1_000_000, "{\"a\":")))))
                .isEqualTo(FaultCause.OVERSIZED);
        assertThat(Responses.cause(CODEC.chat(Responses.json("{\"error\":" + "{\"error\":".repeat(100_000)))))
                .isEqualTo(FaultCause.OVERSIZED);
    }

    @Test
    void long_values_are_oversized() {
        OpenAiCodec tight = OpenAiCodec.create(
                CodecLimits.builder().stringLength(1000).numberLength(20).build());
        String longText = "x".repeat(1001);

        assertThat(List.of(
                        "{\"choices\":[{\"text\":\"" + longText + "\"}]}",
                        "{\"" + longText + "\":1}",
                        "{\"choices\":[{\"text\":\"x\"}],\"usage\":{\"prompt_tokens\":" + "1".repeat(21) + "}}",
                        "{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"token_logprobs\":[-0." + "1".repeat(21)
                                + "]}}]}"))
                .allSatisfy(body -> assertThat(Responses.cause(tight.completion(Responses.json(body))))
                        .isEqualTo(FaultCause.OVERSIZED));
    }

    @Test
    void a_number_of_a_million_digits_costs_no_time() {
        String digits = "9".repeat(1_000_000);

        assertThat(Responses.cause(CODEC.completion(Responses.json(
                        "{\"choices\":[{\"text\":\"x\"}],\"usage\":{\"prompt_tokens\":" + digits + "}}"))))
                .isEqualTo(FaultCause.OVERSIZED);
    }

    @Test
    void more_choices_tool_calls_or_log_probabilities_than_allowed_are_oversized() {
        OpenAiCodec tight =
                OpenAiCodec.create(CodecLimits.builder().choices(3).logprobs(5).build());
        String choice = "{\"text\":\"x\"},";
        String call = "{\"function\":{\"name\":\"f\"}},";
        String event =
                "{\"choices\":[{\"index\":0,\"text\":\"x\",\"logprobs\":{\"tokens\":[\"x\"],\"token_logprobs\":[-1],"
                        + "\"top_logprobs\":[{\"x\":-1}]}}]}";

        assertThat(Responses.cause(tight.completion(Responses.json("{\"choices\":[" + choice.repeat(4) + "0]}"))))
                .isEqualTo(FaultCause.OVERSIZED);
        assertThat(Responses.cause(tight.chat(
                        Responses.json("{\"choices\":[{\"message\":{\"tool_calls\":[" + call.repeat(4) + "0]}}]}"))))
                .isEqualTo(FaultCause.OVERSIZED);
        assertThat(Responses.cause(tight.completion(Responses.events(Responses.stream(event, event, event, "[DONE]")))))
                .isEqualTo(FaultCause.OVERSIZED);
        assertThat(tight.completion(Responses.events(Responses.stream(event, event, "[DONE]"))))
                .isInstanceOf(Decoded.Ok.class);
    }
}
