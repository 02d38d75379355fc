package network.pokt.mlqos.inference;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the turns of a conversation and the tools that it offers. */
final class MessageWriter {

    private final JsonFactory json;

    MessageWriter(JsonFactory json) {
        this.json = json;
    }

    void writeMessages(JsonGenerator out, List<ChatMessage> messages) {
        out.writeArrayPropertyStart("messages");
        for (ChatMessage message : messages) {
            out.writeStartObject();
            out.writeStringProperty("role", message.role());
            if (!message.content().isEmpty() || message.toolCalls().isEmpty()) {
                out.writeStringProperty("content", message.content());
            }
            writeToolCalls(out, message.toolCalls());
            if (message.toolCallId().isPresent()) {
                out.writeStringProperty("tool_call_id", message.toolCallId().get());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeToolCalls(JsonGenerator out, List<ChatMessage.ToolCall> calls) {
        if (calls.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("tool_calls");
        for (ChatMessage.ToolCall call : calls) {
            out.writeStartObject();
            String id = call.id();
            if (id != null) {
                out.writeStringProperty("id", id);
            }
            out.writeStringProperty("type", "function");
            out.writeObjectPropertyStart("function");
            out.writeStringProperty("name", call.name());
            out.writeStringProperty("arguments", call.arguments());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void writeTools(JsonGenerator out, List<ChatRequest.Tool> tools) {
        if (tools.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("tools");
        for (ChatRequest.Tool tool : tools) {
            out.writeStartObject();
            out.writeStringProperty("type", "function");
            out.writeObjectPropertyStart("function");
            out.writeStringProperty("name", tool.name());
            if (!tool.description().isEmpty()) {
                out.writeStringProperty("description", tool.description());
            }
            if (!tool.parametersSchema().isBlank()) {
                out.writeName("parameters");
                writeSchema(out, tool);
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Copies the schema token by token, so that a text that is no JSON cannot break out of its place. */
    private void writeSchema(JsonGenerator out, ChatRequest.Tool tool) {
        try (JsonParser schema = json.createParser(ObjectReadContext.empty(), tool.parametersSchema())) {
            if (schema.nextToken() == JsonToken.START_OBJECT) {
                out.copyCurrentStructureExact(schema);
                if (schema.nextToken() == null) {
                    return;
                }
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(noObject(tool), e);
        }
        throw new IllegalArgumentException(noObject(tool));
    }

    private static String noObject(ChatRequest.Tool tool) {
        return "The parameters of tool '" + tool.name() + "' must be a JSON object holding a JSON Schema.";
    }
}
