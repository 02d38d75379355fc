package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import org.junit.jupiter.api.Test;

/** How events become one answer, and when its content was there. */
class StreamedAnswerTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();

    private static final String ROLE = delta("\"role\":\"assistant\",\"content\":\"\"");
    private static final String DONE = "data: [DONE]\n\n";

    private static String delta(String fields) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{" + fields + "}}]}\n\n";
    }

    private static String toolCall(String fields) {
        return delta("\"tool_calls\":[{" + fields + "}]");
    }

    private static ChatAnswer chat(String body) {
        return Responses.ok(CODEC.chat(Responses.events(body)));
    }

    /** Returns a stream whose chunks arrive 100 ms apart, the first at 100 ms. */
    private static RelayResponse arriving(String... chunks) {
        RelayTiming.Recorder recorder = new RelayTiming.Recorder(Responses.START, 0);
        long nanos = 0;
        for (String chunk : chunks) {
            nanos += Duration.ofMillis(100).toNanos();
            recorder.chunk(nanos, chunk.getBytes(StandardCharsets.UTF_8).length);
        }
        return new RelayResponse(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of("text/event-stream")), (name, value) -> true),
                Payload.of(String.join("", chunks)),
                recorder.finish(nanos));
    }

    private static Delivery delivery(String... chunks) {
        return Responses.ok(CODEC.chat(arriving(chunks))).delivery();
    }

    @Test
    void the_first_content_is_the_first_event_that_a_user_sees() {
        Delivery delivery = delivery(ROLE, delta("\"content\":\"a\""), delta("\"content\":\"b\""), DONE);

        assertThat(delivery).isEqualTo(new Delivery(Optional.of(Duration.ofMillis(200)), Duration.ofMillis(400), 2));
        assertThat(delivery.streamed()).isTrue();
    }

    @Test
    void reasoning_and_tool_calls_are_content_too() {
        assertThat(delivery(ROLE, delta("\"reasoning\":\"a\""), delta("\"content\":\"b\""), DONE)
                        .firstContent())
                .contains(Duration.ofMillis(200));
        assertThat(delivery(ROLE, toolCall("\"index\":0,\"function\":{\"name\":\"f\"}"), DONE)
                        .firstContent())
                .contains(Duration.ofMillis(200));
        assertThat(delivery(ROLE, delta("\"tool_calls\":[]"), delta("\"content\":\"b\""), DONE)
                        .firstContent())
                .contains(Duration.ofMillis(300));
    }

    @Test
    void an_event_is_there_when_its_last_byte_is() {
        String event = delta("\"content\":\"a\"");
        int middle = event.length() - 1;

        assertThat(delivery(ROLE, event.substring(0, middle), event.substring(middle), DONE)
                        .firstContent())
                .contains(Duration.ofMillis(300));
    }

    @Test
    void events_that_arrive_together_share_their_moment() {
        Delivery delivery = delivery(ROLE + delta("\"content\":\"a\"") + delta("\"content\":\"b\"") + DONE);

        assertThat(delivery.firstContent()).contains(Duration.ofMillis(100));
        assertThat(delivery.contentEvents()).isEqualTo(2);
    }

    @Test
    void a_stream_without_content_has_no_first_content() {
        Delivery delivery =
                delivery(ROLE, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n", DONE);

        assertThat(delivery.firstContent()).isEmpty();
        assertThat(delivery.contentEvents()).isZero();
    }

    @Test
    void a_stream_of_unknown_arrival_counts_as_there_at_the_end() {
        RelayTiming timing = new RelayTiming.Recorder(Responses.START, 0).finish(Responses.TOTAL.toNanos());
        RelayResponse response = new RelayResponse(
                200,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                Payload.of(delta("\"content\":\"a\"") + DONE),
                timing);

        assertThat(Responses.ok(CODEC.chat(response)).delivery().firstContent()).contains(Responses.TOTAL);
    }

    @Test
    void an_answer_that_is_not_streamed_is_there_when_it_is_whole() {
        ChatAnswer answer =
                Responses.ok(CODEC.chat(Responses.json("{\"choices\":[{\"message\":{\"content\":\"a\"}}]}")));

        assertThat(answer.delivery()).isEqualTo(new Delivery(Optional.of(Responses.TOTAL), Responses.TOTAL, 0));
        assertThat(answer.delivery().streamed()).isFalse();
    }

    @Test
    void choices_grow_side_by_side() {
        ChatAnswer answer = chat("data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}}]}\n\n"
                + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}},{\"index\":1,\"delta\":{\"content\":\"b\"}}]}\n\n"
                + DONE);

        assertThat(answer.choices()).extracting(ChatAnswer.Choice::content).containsExactly("a", "bb");
    }

    @Test
    void a_tool_call_grows_argument_by_argument() {
        ChatAnswer answer = chat(toolCall("\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":"
                        + "{\"name\":\"f\",\"arguments\":\"\"}")
                + toolCall("\"index\":0,\"function\":{\"arguments\":\"{\\\"x\"}")
                + toolCall("\"index\":1,\"id\":\"c2\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}")
                + toolCall("\"index\":0,\"id\":null,\"function\":{\"name\":null,\"arguments\":\"\\\":1}\"}")
                + DONE);

        assertThat(answer.first().toolCalls())
                .containsExactly(
                        new ChatMessage.ToolCall("c1", "f", "{\"x\":1}"), new ChatMessage.ToolCall("c2", "g", "{}"));
    }

    @Test
    void tool_calls_without_an_index_are_told_apart_by_their_ids() {
        ChatAnswer answer = chat(toolCall("\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}")
                + toolCall("\"function\":{\"arguments\":\"}\"}")
                + toolCall("\"id\":\"c2\",\"function\":{\"name\":\"f\",\"arguments\":\"[\"}")
                + toolCall("\"id\":\"c2\",\"function\":{\"name\":\"f\",\"arguments\":\"]\"}")
                + DONE);

        assertThat(answer.first().toolCalls())
                .containsExactly(new ChatMessage.ToolCall("c1", "f", "{}"), new ChatMessage.ToolCall("c2", "f", "[]"));
    }

    @Test
    void tool_calls_that_all_have_index_0_are_told_apart_by_id_and_name() {
        ChatAnswer answer =
                chat(toolCall("\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}")
                        + toolCall("\"index\":0,\"id\":\"c2\",\"function\":{\"name\":\"f\",\"arguments\":\"[]\"}")
                        + DONE);

        assertThat(answer.first().toolCalls())
                .containsExactly(new ChatMessage.ToolCall("c1", "f", "{}"), new ChatMessage.ToolCall("c2", "f", "[]"));
    }

    @Test
    void a_new_id_with_each_piece_of_arguments_is_no_new_call() {
        ChatAnswer answer = chat(toolCall("\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}")
                + toolCall("\"index\":0,\"id\":\"c2\",\"function\":{\"arguments\":\"}\"}")
                + DONE);

        assertThat(answer.first().toolCalls()).containsExactly(new ChatMessage.ToolCall("c1", "f", "{}"));
    }

    @Test
    void tool_calls_are_in_the_order_of_their_index() {
        ChatAnswer answer = chat(toolCall("\"index\":1,\"function\":{\"name\":\"g\"}")
                + toolCall("\"index\":0,\"function\":{\"name\":\"f\"}")
                + DONE);

        assertThat(answer.first().toolCalls())
                .extracting(ChatMessage.ToolCall::name)
                .containsExactly("f", "g");
    }

    @Test
    void log_probabilities_of_completions_are_joined_over_events() {
        CompletionAnswer answer = Responses.ok(CODEC.completion(Responses.events(Responses.stream(
                "{\"choices\":[{\"index\":0,\"text\":\"a\",\"logprobs\":{\"tokens\":[\"a\"],\"token_logprobs\":[null],"
                        + "\"top_logprobs\":[null],\"text_offset\":[0]}}]}",
                "{\"choices\":[{\"index\":0,\"text\":\"bc\",\"logprobs\":{\"tokens\":[\"b\",\"c\"],"
                        + "\"token_logprobs\":[-1,-2],\"top_logprobs\":[{\"b\":-1},{\"c\":-2}],\"text_offset\":[1,2]}}]}",
                "[DONE]"))));

        assertThat(answer.first().text()).isEqualTo("abc");
        assertThat(answer.first().logprobs()).extracting(TokenLogprob::token).containsExactly("a", "b", "c");
        assertThat(answer.first().logprobs())
                .element(2)
                .extracting(TokenLogprob::logprob)
                .isEqualTo(-2.0);
    }

    @Test
    void a_usage_in_every_event_is_a_running_total_of_which_the_last_counts() {
        ChatAnswer answer = chat(
                "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}\n\n"
                        + "data: {\"choices\":[{\"delta\":{\"content\":\"b\"}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}\n\n"
                        + "data: {\"choices\":[],\"usage\":null}\n\n" + DONE);

        assertThat(answer.usage()).contains(TokenUsage.of(1, 2));
    }
}
