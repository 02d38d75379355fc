package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.transport.RelayRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes onto the wire, byte for byte. */
class RequestEncodingTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();

    private static String completion(SamplingParameters parameters) {
        return CODEC.encode(CompletionRequest.of("m", Prompt.text("p"), parameters))
                .body()
                .utf8();
    }

    private static String chat(ChatMessage... messages) {
        return CODEC.encode(ChatRequest.of("m", List.of(messages), SamplingParameters.defaults()))
                .body()
                .utf8();
    }

    private static SamplingParameters extra(String name, Object value) {
        return SamplingParameters.builder().extra(name, value).build();
    }

    private static ChatRequest.Tool tool(String schema) {
        return new ChatRequest.Tool("weather", "Tells the weather.", schema);
    }

    private static String withTool(ChatRequest.Tool tool) {
        return CODEC.encode(new ChatRequest(
                        "m",
                        List.of(ChatMessage.user("?")),
                        SamplingParameters.defaults(),
                        List.of(tool),
                        OptionalInt.empty()))
                .body()
                .utf8();
    }

    @Test
    void what_is_not_set_is_not_sent() {
        assertThat(completion(SamplingParameters.defaults())).isEqualTo("{\"model\":\"m\",\"prompt\":\"p\"}");
        assertThat(chat(ChatMessage.user("hi")))
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
    }

    @Test
    void requests_are_posts_of_json_to_the_paths_of_the_interface() {
        RelayRequest completion =
                CODEC.encode(CompletionRequest.of("m", Prompt.text("p"), SamplingParameters.defaults()));
        RelayRequest chat =
                CODEC.encode(ChatRequest.of("m", List.of(ChatMessage.user("hi")), SamplingParameters.defaults()));

        assertThat(completion.path()).isEqualTo("/v1/completions");
        assertThat(chat.path()).isEqualTo("/v1/chat/completions");
        assertThat(List.of(completion, chat)).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.headers().firstValue("content-type")).contains("application/json");
        });
    }

    @Test
    void all_parameters_have_the_names_of_the_interface() {
        SamplingParameters all =
                SamplingParameters.builder()
                        .maxTokens(0)
                        .temperature(0)
                        .topP(0.95)
                        .seed(-7)
                        .stop(List.of("\n", "</s>"))
                        .stream(true)
                        .extra("n", 2)
                        .build();

        assertThat(completion(all))
                .isEqualTo("{\"model\":\"m\",\"prompt\":\"p\",\"max_tokens\":0,\"temperature\":0.0,\"top_p\":0.95,"
                        + "\"seed\":-7,\"stop\":[\"\\n\",\"</s>\"],\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true},\"n\":2}");
    }

    @Test
    void tokens_are_one_list_within_a_list_as_lm_eval_sends_them() {
        CompletionRequest request = CompletionRequest.echoing(
                "m",
                Prompt.tokens(1, 50256, 0),
                SamplingParameters.builder()
                        .maxTokens(1)
                        .temperature(0)
                        .seed(1234)
                        .build(),
                1);

        assertThat(CODEC.encode(request).body().utf8())
                .isEqualTo("{\"model\":\"m\",\"prompt\":[[1,50256,0]],\"logprobs\":1,\"echo\":true,\"max_tokens\":1,"
                        + "\"temperature\":0.0,\"seed\":1234}");
        assertThat(CODEC.encode(CompletionRequest.of("m", Prompt.tokens(), SamplingParameters.defaults()))
                        .body()
                        .utf8())
                .isEqualTo("{\"model\":\"m\",\"prompt\":[[]]}");
    }

    @Test
    void a_chat_asks_for_log_probabilities_in_two_fields() {
        ChatRequest request = new ChatRequest(
                "m", List.of(ChatMessage.user("hi")), SamplingParameters.defaults(), List.of(), OptionalInt.of(0));

        assertThat(CODEC.encode(request).body().utf8()).endsWith("\"logprobs\":true,\"top_logprobs\":0}");
    }

    @Test
    void a_conversation_with_tools_keeps_its_links() {
        ChatMessage call = new ChatMessage(
                "assistant",
                "",
                List.of(
                        new ChatMessage.ToolCall("c1", "weather", "{\"city\":\"Oslo\"}"),
                        new ChatMessage.ToolCall(null, "time", "{}")),
                Optional.empty());

        assertThat(chat(ChatMessage.system("be brief"), call, ChatMessage.tool("c1", "rain")))
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"be brief\"},"
                        + "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Oslo\\\"}\"}},"
                        + "{\"type\":\"function\",\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}}]},"
                        + "{\"role\":\"tool\",\"content\":\"rain\",\"tool_call_id\":\"c1\"}]}");
    }

    @Test
    void an_empty_turn_without_tool_calls_still_has_content() {
        assertThat(chat(ChatMessage.assistant(""))).contains("{\"role\":\"assistant\",\"content\":\"\"}");
    }

    @Test
    void a_tool_says_its_type_and_keeps_its_schema_exactly() {
        String schema = "{\"type\":\"object\",\"properties\":{\"x\":{\"multipleOf\":0.10000000000000000001}}}";

        assertThat(withTool(tool(schema)))
                .endsWith("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\","
                        + "\"description\":\"Tells the weather.\",\"parameters\":" + schema + "}}]}");
        assertThat(withTool(new ChatRequest.Tool("now", "", " ")))
                .endsWith("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"now\"}}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "true", "{}{}", "{} x", "{}}],\"model\":\"other\"", "{'a':1}"})
    void a_schema_that_is_no_json_object_cannot_break_out_of_its_place(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withTool(tool(schema)))
                .withMessageContaining("'weather'")
                .withMessageContaining("JSON object");
    }

    @Test
    void extra_parameters_may_be_any_json() {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("a", null);
        nested.put("b", List.of(1, 2L, 2.5, 2.5f, new BigDecimal("1.10"), BigInteger.TEN, true));

        assertThat(completion(extra("guided", nested)))
                .isEqualTo("{\"model\":\"m\",\"prompt\":\"p\",\"guided\":{\"a\":null,"
                        + "\"b\":[1,2,2.5,2.5,1.10,10,true]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model",
                "prompt",
                "max_tokens",
                "temperature",
                "top_p",
                "seed",
                "stop",
                "stream",
                "stream_options",
                "logprobs",
                "echo"
            })
    void an_extra_parameter_cannot_take_the_place_of_a_field(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> completion(extra(name, 1)))
                .withMessageContaining("'" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "messages", "tools", "logprobs", "top_logprobs", "seed", "stream"})
    void nor_can_it_in_a_chat(String name) {
        ChatRequest request = ChatRequest.of("m", List.of(ChatMessage.user("hi")), extra(name, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODEC.encode(request))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void what_json_has_no_form_for_is_named() {
        for (Object value : Arrays.<Object>asList(
                Double.NaN, Float.POSITIVE_INFINITY, List.of(Double.NEGATIVE_INFINITY), new Object(), 'c')) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> completion(extra("odd", value)))
                    .withMessageContaining("'odd'");
        }
    }

    @Test
    void a_list_that_holds_itself_is_the_callers_mistake() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> completion(extra("odd", list)))
                .withMessageContaining("nest");
    }

    @Test
    void text_beyond_ascii_goes_out_as_utf8_and_half_a_pair_escaped() {
        CompletionRequest request =
                CompletionRequest.of("m", Prompt.text("é漢🦙\u0000\"\\\ud83d"), SamplingParameters.defaults());

        assertThat(CODEC.encode(request).body().utf8())
                .isEqualTo("{\"model\":\"m\",\"prompt\":\"é漢🦙\\u0000\\\"\\\\\\uD83D\"}");
    }

    @Test
    void limits_of_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodecLimits.builder().choices(0).build())
                .withMessageContaining("choices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChatRequest(
                        "m",
                        List.of(ChatMessage.user("hi")),
                        SamplingParameters.defaults(),
                        List.of(),
                        OptionalInt.of(-1)))
                .withMessageContaining("top_logprobs");
    }
}
