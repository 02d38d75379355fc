package network.pokt.mlqos.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.models.Model;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.samples.gateway.SimulatedModel.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** OpenAI's own client for Java against the gateway, which asks simulated suppliers of a Pocket network on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiClientTest {

    private Running running;
    private OpenAIClient client;

    @BeforeAll
    void start() throws Exception {
        running = Running.over(Nodes.simulated(Map.of(
                "small", List.of(manner("sound", 0), manner("failing", 1)),
                "broken", List.of(manner("also-failing", 1)))));
        client = running.client(Running.KEY);
    }

    @AfterAll
    void stop() {
        client.close();
        running.close();
    }

    private static Manner manner(String name, int failsEach) {
        return new Manner(name, Duration.ofMillis(1), Duration.ofMillis(1), failsEach);
    }

    private static ChatCompletionCreateParams.Builder chat(String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage("hello there");
    }

    @Test
    void a_chat_is_answered_whichever_node_fails() {
        for (int i = 0; i < 5; i++) {
            ChatCompletion answer =
                    client.chat().completions().create(chat("small").build());

            assertThat(answer.choices()).hasSize(1);
            assertThat(answer.choices().get(0).message().content())
                    .contains("This is sound, simulated: no model stands behind me. You wrote: hello there");
            assertThat(answer.model()).isEqualTo("small");
            assertThat(answer.usage().orElseThrow().completionTokens()).isEqualTo(13);
        }
    }

    @Test
    void a_stream_comes_in_pieces_and_ends() {
        ChatCompletionCreateParams request = chat("auto").maxCompletionTokens(9).build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(request)) {
            List<String> pieces = stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .toList();

            assertThat(pieces).hasSize(9);
            assertThat(String.join("", pieces)).startsWith("This is sound, simulated: no model");
        }
    }

    @Test
    void a_completion_is_answered() {
        Completion answer = client.completions()
                .create(CompletionCreateParams.builder()
                        .model("small")
                        .prompt("once upon")
                        .build());

        assertThat(answer.choices().get(0).text()).endsWith("You wrote: once upon");
    }

    @Test
    void models_are_those_that_nodes_claim_now() {
        assertThat(client.models().list().data()).extracting(Model::id).containsExactly("auto", "broken", "small");
        assertThat(client.models().retrieve("small").id()).isEqualTo("small");
        assertThat(catchThrowableOfType(
                                NotFoundException.class, () -> client.models().retrieve("large"))
                        .code())
                .contains("model_not_found");
    }

    @Test
    void an_unknown_key_is_unauthorized() {
        OpenAIClient stranger = running.client("guessed");
        UnauthorizedException e = catchThrowableOfType(
                UnauthorizedException.class,
                () -> stranger.chat().completions().create(chat("small").build()));

        assertThat(e.code()).contains("invalid_api_key");
        assertThat(e).hasMessageNotContaining("guessed");
    }

    @Test
    void a_model_that_nobody_serves_is_not_found() {
        NotFoundException e = catchThrowableOfType(
                NotFoundException.class,
                () -> client.chat().completions().create(chat("gpt-4o").build()));

        assertThat(e.code()).contains("model_not_found");
        assertThat(e).hasMessageContaining("gpt-4o");
    }

    @Test
    void nodes_that_all_fail_are_a_bad_gateway() {
        InternalServerException e = catchThrowableOfType(
                InternalServerException.class,
                () -> client.chat().completions().create(chat("broken").build()));

        assertThat(e.statusCode()).isEqualTo(502);
        assertThat(e.code()).contains("server_error");
        assertThat(e.headers().values("X-Should-Retry")).containsExactly("false");
    }

    @Test
    void a_stream_that_no_node_begins_is_a_bad_gateway_too() {
        InternalServerException e = catchThrowableOfType(
                InternalServerException.class,
                () -> client.chat().completions().createStreaming(chat("broken").build()));

        assertThat(e.statusCode()).isEqualTo(502);
    }

    @Test
    void a_request_that_no_node_could_take_is_bad() {
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> client.chat()
                        .completions()
                        .create(chat("small").maxCompletionTokens(0).build()));

        assertThat(e.code()).contains("invalid_max_completion_tokens");
    }

    @Test
    void more_requests_than_the_key_may_send_are_too_many() {
        OpenAIClient hasty = running.client(Running.HASTY);
        RateLimitException e = catchThrowableOfType(RateLimitException.class, () -> {
            for (int i = 0; i < 20; i++) {
                hasty.models().list();
            }
        });

        assertThat(e.code()).contains("rate_limit_exceeded");
        assertThat(e.headers().values("Retry-After")).containsExactly("1");
    }

    @Test
    void more_than_the_key_may_spend_is_an_insufficient_quota() {
        OpenAIClient poor = running.client(Running.POOR);
        RateLimitException e = catchThrowableOfType(
                RateLimitException.class,
                () -> poor.chat().completions().create(chat("small").build()));

        assertThat(e.code()).contains("insufficient_quota");
        assertThat(e.headers().values("X-Should-Retry")).containsExactly("false");
    }
}
