package network.pokt.mlqos.inference;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the bodies of requests, field by field from what is set: nothing is serialised by reflection.
 * Text is UTF-8, half a surrogate pair goes out escaped as Python's encoder does it. Thread-safe.
 */
final class RequestWriter {

    private static final Set<String> COMPLETION_FIELDS = Set.of("model", "prompt", "logprobs", "echo");
    private static final Set<String> CHAT_FIELDS = Set.of("model", "messages", "tools", "logprobs", "top_logprobs");

    private final JsonFactory json = JsonFactory.builder().build();
    private final MessageWriter messages = new MessageWriter(json);

    Payload completion(CompletionRequest request) {
        return write(out -> {
            out.writeStringProperty("model", request.model());
            writePrompt(out, request.prompt());
            if (request.logprobs().isPresent()) {
                out.writeNumberProperty("logprobs", request.logprobs().getAsInt());
            }
            if (request.echo()) {
                out.writeBooleanProperty("echo", true);
            }
            ParameterWriter.write(out, request.parameters(), COMPLETION_FIELDS);
        });
    }

    Payload chat(ChatRequest request) {
        return write(out -> {
            out.writeStringProperty("model", request.model());
            messages.writeMessages(out, request.messages());
            messages.writeTools(out, request.tools());
            writeLogprobs(out, request.topLogprobs());
            ParameterWriter.write(out, request.parameters(), CHAT_FIELDS);
        });
    }

    private static void writePrompt(JsonGenerator out, Prompt prompt) {
        if (prompt instanceof Prompt.Text text) {
            out.writeStringProperty("prompt", text.text());
            return;
        }
        out.writeArrayPropertyStart("prompt");
        List<Prompt> prompts = prompt instanceof Prompt.Several several ? several.prompts() : List.of(prompt);
        for (Prompt one : prompts) {
            writeElement(out, one);
        }
        out.writeEndArray();
    }

    private static void writeElement(JsonGenerator out, Prompt prompt) {
        if (prompt instanceof Prompt.Text text) {
            out.writeString(text.text());
        } else if (prompt instanceof Prompt.Tokens tokens) {
            out.writeStartArray();
            for (int i = 0; i < tokens.size(); i++) {
                out.writeNumber(tokens.id(i));
            }
            out.writeEndArray();
        }
    }

    private static void writeLogprobs(JsonGenerator out, OptionalInt topLogprobs) {
        if (topLogprobs.isPresent()) {
            out.writeBooleanProperty("logprobs", true);
            out.writeNumberProperty("top_logprobs", topLogprobs.getAsInt());
        }
    }

    private Payload write(Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            fields.accept(out);
            out.writeEndObject();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The request cannot be written as JSON, nest its extra parameters less deeply: "
                            + e.getOriginalMessage(),
                    e);
        }
        byte[] body = bytes.toByteArray();
        return Payload.wrap(body, body.length);
    }
}
