package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.template.ChatTemplate;
import network.pokt.mlqos.template.TemplateException;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations through the templates of nine models, against what transformers 5.18 made of them and its token counts. */
class ChatPromptGoldenTest {

    private static final Instant RECORDED = Instant.parse("2025-01-02T03:04:05Z");
    private static final Map<String, ChatTemplate> TEMPLATES = new HashMap<>();

    @Test
    void every_recorded_conversation_has_the_recorded_text_and_count() throws IOException {
        Path golden = SharedData.path("golden/lmeval");
        int texts = 0;
        int counts = 0;
        int refusals = 0;
        int framed = 0;
        int estimated = 0;
        Set<String> tokenizers = new HashSet<>();
        for (String line : Files.readAllLines(golden.resolve("chat_templates.jsonl"))) {
            JsonNode recorded = JsonMapper.shared().readTree(line);
            ChatPrompt prompt = ChatPrompt.of(template(golden, recorded), specialTokens(recorded));
            ChatRequest chat = request(recorded);
            if (recorded.has("error")) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> prompt.render(chat)))
                        .as(line)
                        .isInstanceOf(TemplateException.class);
                refusals++;
                continue;
            }
            String rendered = prompt.render(chat);
            assertThat(rendered).as(line).isEqualTo(recorded.path("output").asString());
            texts++;
            if (recorded.has("tokens_without_added_specials")) {
                String name = recorded.path("tokenizer").asString();
                HuggingFaceTokenizer tokenizer = SharedTokenizers.in("data/tokenizers/" + name);
                tokenizers.add(name);
                int expected = recorded.path("tokens_without_added_specials").asInt();
                assertThat(TokenCounter.of(tokenizer, prompt).count(chat))
                        .as(line)
                        .isEqualTo(TokenCount.exact(expected));
                assertThat(tokenizer.encode(rendered, false)).as(line).hasSize(expected);
                framed += holds(TokenCounter.of(tokenizer).count(chat), expected);
                estimated += holds(TokenCounter.estimating().count(chat), expected);
                counts++;
            }
        }
        assertThat(List.of(texts, counts, refusals)).containsExactly(281, 93, 6);
        assertThat(tokenizers).hasSize(3);
        assertThat(framed).as("bands without template").isGreaterThanOrEqualTo(88);
        assertThat(estimated).as("bands without tokenizer").isGreaterThanOrEqualTo(88);
    }

    private static int holds(TokenCount band, long count) {
        assertThat(band.isExact()).isFalse();
        return band.low() <= count && count <= band.high() ? 1 : 0;
    }

    private static ChatTemplate template(Path golden, JsonNode recorded) {
        return TEMPLATES.computeIfAbsent(recorded.path("template_file").asString(), file -> {
            try {
                return ChatTemplate.compile(Files.readString(golden.resolve(file)), recorded(), ZoneOffset.UTC);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static VirtualTime recorded() {
        VirtualTime clock = new VirtualTime();
        clock.advance(Duration.between(clock.now(), RECORDED));
        return clock;
    }

    private static Map<String, String> specialTokens(JsonNode recorded) {
        Map<String, String> tokens = new LinkedHashMap<>();
        recorded.path("special_tokens").properties().forEach(e -> {
            if (e.getValue().isString()) {
                tokens.put(e.getKey(), e.getValue().asString());
            }
        });
        return tokens;
    }

    private static ChatRequest request(JsonNode recorded) {
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode message : recorded.path("messages")) {
            List<ChatMessage.ToolCall> calls = new ArrayList<>();
            for (JsonNode call : message.path("tool_calls")) {
                JsonNode function = call.path("function");
                calls.add(new ChatMessage.ToolCall(
                        call.path("id").asString(null),
                        function.path("name").asString(),
                        function.path("arguments").toString()));
            }
            messages.add(new ChatMessage(
                    message.path("role").asString(),
                    message.path("content").asString(""),
                    calls,
                    Optional.ofNullable(message.path("tool_call_id").asString(null))));
        }
        List<ChatRequest.Tool> tools = new ArrayList<>();
        for (JsonNode tool : recorded.path("tools")) {
            JsonNode function = tool.path("function");
            tools.add(new ChatRequest.Tool(
                    function.path("name").asString(),
                    function.path("description").asString(),
                    function.path("parameters").toString()));
        }
        SamplingParameters parameters = SamplingParameters.builder()
                .extra(
                        "add_generation_prompt",
                        recorded.path("add_generation_prompt").asBoolean())
                .extra(
                        "continue_final_message",
                        recorded.path("continue_final_message").asBoolean())
                .extra("chat_template_kwargs", JsonMapper.shared().convertValue(recorded.path("kwargs"), Object.class))
                .build();
        return new ChatRequest("m", messages, parameters, tools, OptionalInt.empty());
    }
}
