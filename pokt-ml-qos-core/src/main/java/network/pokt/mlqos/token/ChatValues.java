package network.pokt.mlqos.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Conversations and tools as chat templates expect them: maps and lists with the names of the OpenAI API. */
final class ChatValues {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ChatValues() {}

    static List<Map<String, Object>> messages(List<ChatMessage> messages) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (ChatMessage message : messages) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("role", message.role());
            value.put("content", message.content());
            if (!message.toolCalls().isEmpty()) {
                value.put(
                        "tool_calls",
                        message.toolCalls().stream().map(ChatValues::call).toList());
            }
            message.toolCallId().ifPresent(id -> value.put("tool_call_id", id));
            values.add(value);
        }
        return values;
    }

    static List<Map<String, Object>> tools(List<ChatRequest.Tool> tools) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (ChatRequest.Tool tool : tools) {
            Map<String, Object> function = new LinkedHashMap<>();
            function.put("name", tool.name());
            if (!tool.description().isEmpty()) {
                function.put("description", tool.description());
            }
            if (!tool.parametersSchema().isBlank()) {
                function.put("parameters", parsed(tool.parametersSchema()));
            }
            values.add(typed(function));
        }
        return values;
    }

    private static Map<String, Object> call(ChatMessage.ToolCall call) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", call.name());
        function.put("arguments", parsed(call.arguments()));
        Map<String, Object> value = new LinkedHashMap<>();
        String id = call.id();
        if (id != null) {
            value.put("id", id);
        }
        value.putAll(typed(function));
        return value;
    }

    private static Map<String, Object> typed(Map<String, Object> function) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", "function");
        value.put("function", function);
        return value;
    }

    /** Models write malformed arguments at times: templates then show the text as it is. */
    private static Object parsed(String json) {
        try {
            Object value = JSON.readValue(json, Object.class);
            return value == null ? json : value;
        } catch (JacksonException e) {
            return json;
        }
    }
}
