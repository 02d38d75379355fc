package network.pokt.mlqos.relay.supplier.backend;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.inference.SseReader;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of TGI's {@code /generate_stream}: one for each token, the last of them with the reason why it is the last and with
 * the counts. Errors come as events, too, that of a wrong request included.
 */
final class TgiStream implements StreamTranslation {

    private final boolean logprobs;
    private final boolean usage;
    private final CutText text;
    private final TgiLogprobs values = new TgiLogprobs();
    private final List<ObjectNode> made = new ArrayList<>();
    private final SseReader events = SseReader.create((data, end) -> event(data));
    private boolean complete;

    /** Begins a stream with log-probabilities and usage, if they are wanted, that ends at one of {@code stops}. */
    TgiStream(boolean logprobs, boolean usage, List<String> stops) {
        this.logprobs = logprobs;
        this.usage = usage;
        this.text = new CutText(stops);
    }

    @Override
    public boolean accepts(String contentType) {
        return contentType.startsWith("text/event-stream");
    }

    @Override
    public List<ObjectNode> pass(ByteBuffer bytes) {
        made.clear();
        events.feed(bytes);
        return List.copyOf(made);
    }

    @Override
    public List<ObjectNode> end() {
        if (!complete) {
            throw new UnusableAnswerException("The model server's stream ended early.");
        }
        return List.of();
    }

    private void event(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        ObjectNode event = Fields.object(Payload.of(bytes));
        if (event.hasNonNull("error")) {
            throw new ToldErrorException(
                    status(event.path("error_type").asString("")),
                    event.path("error").asString(""));
        }
        JsonNode token = event.path("token");
        String piece = Fields.text(token.path("text"), "text of a token");
        String sure = text.add(token.path("special").asBoolean(false) ? "" : piece);
        JsonNode details = event.path("details");
        complete = details.isObject();
        if (sure.isEmpty() && !logprobs && !complete) {
            return;
        }
        ObjectNode chunk = complete
                ? TextAnswers.completion(sure + text.rest(), TgiGenerate.reason(details))
                : TextAnswers.piece(sure);
        if (logprobs) {
            TextAnswers.first(chunk).set("logprobs", values.of(list(token), list(event.path("top_tokens"))));
        }
        made.add(chunk);
        if (complete && usage) {
            addUsage(details);
        }
    }

    /** Older servers do not tell the length of the prompt; then there is no usage. */
    private void addUsage(JsonNode details) {
        JsonNode prompt = details.path("input_length");
        JsonNode generated = details.path("generated_tokens");
        if (prompt.isIntegralNumber() && generated.isIntegralNumber()) {
            made.add(TextAnswers.usageAlone(TextAnswers.usage(prompt.asLong(), generated.asLong())));
        }
    }

    private static JsonNode list(JsonNode one) {
        return JsonNodeFactory.instance.arrayNode().add(one);
    }

    /** Returns the status that the server gives to such an error where it does not stream. */
    private static int status(String type) {
        return switch (type) {
            case "validation", "template_error", "tool_error" -> 422;
            case "overloaded" -> 429;
            case "generation" -> 424;
            default -> 500;
        };
    }
}
