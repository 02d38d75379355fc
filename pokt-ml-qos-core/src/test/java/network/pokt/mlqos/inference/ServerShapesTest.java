package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.junit.jupiter.api.Test;

/** Answers in the shapes that the servers of the field give them, down to fields that nobody needs. */
class ServerShapesTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();

    private static CompletionAnswer completion(String body) {
        return Responses.ok(CODEC.completion(Responses.json(body)));
    }

    private static ChatAnswer chat(String body) {
        return Responses.ok(CODEC.chat(Responses.json(body)));
    }

    private static ChatAnswer chatStream(String... data) {
        return Responses.ok(CODEC.chat(Responses.events(Responses.stream(data))));
    }

    @Test
    void vllm_completion_with_an_echo() {
        CompletionAnswer answer = completion("""
                {"id":"cmpl-1","object":"text_completion","created":1750000000,"model":"llama","choices":[{"index":0,
                "text":"Hi there","logprobs":{"text_offset":[0,2],"token_logprobs":[null,-0.25],"tokens":["Hi"," there"],
                "top_logprobs":[null,{" there":-0.25," all":-1.5}]},"finish_reason":"length","stop_reason":null,
                "token_ids":null,"prompt_logprobs":[null,{"374":{"logprob":-0.25,"rank":1,"decoded_token":" there"}}],
                "prompt_token_ids":null}],"service_tier":null,"system_fingerprint":null,
                "usage":{"prompt_tokens":1,"total_tokens":2,"completion_tokens":1,"prompt_tokens_details":null},
                "kv_transfer_params":null}
                """);

        assertThat(answer.model()).isEqualTo("llama");
        assertThat(answer.usage()).contains(TokenUsage.of(1, 1));
        List<TokenLogprob> logprobs = answer.first().logprobs();
        assertThat(logprobs).extracting(TokenLogprob::token).containsExactly("Hi", " there");
        assertThat(logprobs.get(0).logprob()).isNaN();
        assertThat(logprobs.get(0).top()).isEmpty();
        assertThat(logprobs.get(1))
                .isEqualTo(new TokenLogprob(
                        " there",
                        -0.25,
                        List.of(
                                new TokenLogprob.Candidate(" there", -0.25),
                                new TokenLogprob.Candidate(" all", -1.5))));
        assertThat(logprobs.get(1).greedy()).isTrue();
    }

    @Test
    void vllm_chat_with_reasoning_under_both_names() {
        ChatAnswer answer = chat("""
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"qwen","choices":[{"index":0,"message":
                {"role":"assistant","content":"4","refusal":null,"annotations":null,"audio":null,"function_call":null,
                "tool_calls":[],"reasoning":"2+2","reasoning_content":"2+2"},"logprobs":null,"finish_reason":"stop",
                "stop_reason":151645,"token_ids":null}],"service_tier":null,"system_fingerprint":null,"usage":
                {"prompt_tokens":9,"total_tokens":20,"completion_tokens":11,"prompt_tokens_details":{"cached_tokens":4},
                "completion_tokens_details":{"reasoning_tokens":8,"accepted_prediction_tokens":null}},
                "prompt_logprobs":null,"prompt_token_ids":null,"kv_transfer_params":null}
                """);

        assertThat(answer.first())
                .isEqualTo(new ChatAnswer.Choice(
                        0, "4", Optional.of("2+2"), List.of(), List.of(), Optional.of(FinishReason.STOP)));
        assertThat(answer.usage()).contains(new TokenUsage(9, 11, 8));
    }

    @Test
    void vllm_chat_stream_with_usage_of_its_own_chunk() {
        ChatAnswer answer = chatStream(
                "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"qwen\",\"choices\":"
                        + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"logprobs\":null,"
                        + "\"finish_reason\":null}],\"usage\":null,\"prompt_token_ids\":null}",
                "{\"model\":\"qwen\",\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\"}}],\"usage\":null}",
                "{\"model\":\"qwen\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"4\"},\"logprobs\":{\"content\":"
                        + "[{\"token\":\"4\",\"logprob\":-0.5,\"bytes\":[52],\"top_logprobs\":"
                        + "[{\"token\":\"4\",\"logprob\":-0.5,\"bytes\":[52]},"
                        + "{\"token\":\"five\",\"logprob\":-9999.0,\"bytes\":null}]}]}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\","
                        + "\"stop_reason\":null}]}",
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"total_tokens\":12,\"completion_tokens\":3}}",
                "[DONE]");

        assertThat(answer.first())
                .isEqualTo(new ChatAnswer.Choice(
                        0,
                        "4",
                        Optional.of("hm"),
                        List.of(),
                        List.of(new TokenLogprob(
                                "4",
                                -0.5,
                                List.of(
                                        new TokenLogprob.Candidate("4", -0.5),
                                        new TokenLogprob.Candidate("five", -9999)))),
                        Optional.of(FinishReason.STOP)));
        assertThat(answer.usage()).contains(TokenUsage.of(9, 3));
        assertThat(answer.delivery().contentEvents()).isEqualTo(2);
    }

    @Test
    void llama_cpp_completion_with_log_probabilities_in_the_shape_of_chat() {
        CompletionAnswer answer = completion("""
                {"choices":[{"text":" 4","index":0,"logprobs":{"content":[{"id":604,"token":" 4","bytes":[32,52],
                "logprob":-0.125,"top_logprobs":[{"id":604,"token":" 4","bytes":[32,52],"logprob":-0.125},
                {"id":1,"token":"x","bytes":[],"logprob":-3.4028234663852886e+38}]}]},"finish_reason":"length"}],
                "created":1,"model":"gpt-3.5-turbo","system_fingerprint":"b5000","object":"text_completion",
                "usage":{"completion_tokens":1,"prompt_tokens":4,"total_tokens":5},"id":"chatcmpl-1",
                "timings":{"prompt_n":4,"prompt_ms":12.5,"predicted_per_second":80.1}}
                """);

        assertThat(answer.first().logprobs()).hasSize(1);
        assertThat(answer.first().logprobs().get(0).top())
                .containsExactly(
                        new TokenLogprob.Candidate(" 4", -0.125),
                        new TokenLogprob.Candidate("x", -3.4028234663852886e38));
    }

    @Test
    void llama_cpp_stream_with_null_content_first_and_timings_last() {
        ChatAnswer answer = chatStream(
                "{\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null}}]}",
                "{\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"content\":\"yes\"}}]}",
                "{\"choices\":[{\"finish_reason\":\"length\",\"index\":0,\"delta\":{}}],\"timings\":{\"predicted_n\":1}}",
                "[DONE]");

        assertThat(answer.first().content()).isEqualTo("yes");
        assertThat(answer.first().finishReason()).contains(FinishReason.LENGTH);
    }

    @Test
    void ollama_chat_with_a_tool_call() {
        ChatAnswer answer = chat("""
                {"id":"chatcmpl-7","object":"chat.completion","created":1,"model":"llama3.2","system_fingerprint":"fp_ollama",
                "choices":[{"index":0,"message":{"role":"assistant","content":"","tool_calls":[{"id":"call_1","index":0,
                "type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Oslo\\"}"}},{"id":"call_2",
                "index":0,"type":"function","function":{"name":"weather","arguments":"{}"}}]},
                "finish_reason":"tool_calls"}],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}
                """);

        assertThat(answer.first().toolCalls())
                .containsExactly(
                        new ChatMessage.ToolCall("call_1", "weather", "{\"city\":\"Oslo\"}"),
                        new ChatMessage.ToolCall("call_2", "weather", "{}"));
        assertThat(answer.first().finishReason()).contains(FinishReason.TOOL_CALLS);
    }

    @Test
    void ollama_stream_that_gives_the_usage_with_the_last_choice() {
        ChatAnswer answer = chatStream(
                "{\"model\":\"gpt-oss\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\","
                        + "\"reasoning\":\"so\"},\"finish_reason\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"ok\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}",
                "[DONE]");

        assertThat(answer.first().reasoning()).contains("so");
        assertThat(answer.first().content()).isEqualTo("ok");
        assertThat(answer.usage()).contains(TokenUsage.of(1, 2));
    }

    @Test
    void tgi_stream_without_a_space_after_the_colon_and_its_error() {
        String piece =
                "{\"object\":\"chat.completion.chunk\",\"id\":\"\",\"created\":1,\"model\":\"tgi\",\"system_fingerprint\":"
                        + "\"3.0-native\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"hi\"},\"logprobs\":null,"
                        + "\"finish_reason\":%s}],\"usage\":null}";
        String stream = "data:" + piece.formatted("null") + "\n\n";

        ChatAnswer answer = Responses.ok(CODEC.chat(
                Responses.events(stream + "data:" + piece.formatted("\"eos_token\"") + "\n\ndata:[DONE]\n\n")));
        RelayFailure failure = Responses.fault(CODEC.chat(Responses.events(
                stream + "data:{\"error\":\"Request failed: CUDA\",\"error_type\":\"generation\"}\n\n")));

        assertThat(answer.first().content()).isEqualTo("hihi");
        assertThat(answer.first().finishReason()).contains(FinishReason.of("eos_token"));
        assertThat(failure.cause()).isEqualTo(FaultCause.ERROR_IN_OK);
        assertThat(failure.detail()).endsWith("Request failed: CUDA");
    }

    @Test
    void sglang_echo_without_candidates() {
        CompletionAnswer answer = completion("""
                {"id":"1","object":"text_completion","created":1,"model":"m","choices":[{"index":0,"text":"ab","logprobs":
                {"text_offset":[-1,-1],"token_logprobs":[null,-1.0],"tokens":["a","b"],"top_logprobs":[]},
                "finish_reason":"length","matched_stop":null,"hidden_states":null}],"usage":{"prompt_tokens":1,
                "total_tokens":2,"completion_tokens":1,"prompt_tokens_details":null,"reasoning_tokens":0},
                "metadata":{"weight_version":"default"}}
                """);

        assertThat(answer.first().logprobs()).extracting(TokenLogprob::top).containsOnly(List.of());
    }

    @Test
    void azure_stream_that_begins_with_a_filter_result_and_no_delta() {
        ChatAnswer answer = chatStream(
                "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{}]}",
                "{\"choices\":[{\"index\":0,\"content_filter_offsets\":{},\"finish_reason\":null}],\"model\":\"gpt\"}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}],\"model\":\"gpt\"}",
                "[DONE]");

        assertThat(answer.model()).isEqualTo("gpt");
        assertThat(answer.first().content()).isEqualTo("a");
    }

    @Test
    void openrouter_comments_and_an_error_in_the_midst() {
        String processing = ": OPENROUTER PROCESSING\n\n";
        RelayFailure failure = Responses.fault(
                CODEC.chat(
                        Responses.events(
                                processing
                                        + Responses.stream(
                                                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":null}]}",
                                                "{\"id\":\"1\",\"error\":{\"code\":\"server_error\",\"message\":\"Provider disconnected\"},"
                                                        + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}"))));

        assertThat(failure.cause()).isEqualTo(FaultCause.ERROR_IN_OK);
        assertThat(failure.detail()).contains("Provider disconnected");
    }

    @Test
    void choices_that_a_batch_brings_rotated_are_put_in_order() {
        CompletionAnswer answer = completion(
                "{\"choices\":[{\"index\":1,\"text\":\"b\"},{\"index\":2,\"text\":\"c\"},{\"index\":0,\"text\":\"a\"}]}");

        assertThat(answer.choices()).extracting(CompletionAnswer.Choice::text).containsExactly("a", "b", "c");
        assertThat(answer.choices()).extracting(CompletionAnswer.Choice::index).containsExactly(0, 1, 2);
    }

    @Test
    void a_map_of_candidates_may_hold_a_text_twice() {
        CompletionAnswer answer = completion("{\"choices\":[{\"text\":\"x\",\"logprobs\":{\"tokens\":[\"\uFFFD\"],"
                + "\"token_logprobs\":[-1],\"top_logprobs\":[{\"\uFFFD\":-1,\"\uFFFD\":-2}]}}]}");

        assertThat(answer.first().logprobs().get(0).top())
                .extracting(TokenLogprob.Candidate::logprob)
                .containsExactly(-1.0, -2.0);
    }

    @Test
    void a_usage_without_the_two_counts_claims_nothing() {
        assertThat(completion("{\"choices\":[{\"text\":\"x\"}],\"usage\":{\"cost\":1}}")
                        .usage())
                .isEmpty();
        assertThat(completion("{\"choices\":[{\"text\":\"x\"}],\"usage\":{\"prompt_tokens\":3}}")
                        .usage())
                .contains(TokenUsage.of(3, 0));
    }
}
