package network.pokt.mlqos.inference;

import java.util.List;
import java.util.OptionalInt;

/**
 * A request to {@code /v1/chat/completions}.
 *
 * @param model the model name that the node serves under
 * @param messages the conversation so far, at least one turn
 * @param parameters how to answer
 * @param tools the functions that the model may call
 * @param topLogprobs how many of the most probable tokens to report at each position of the answer, if any; 0 asks for the
 *     chosen token alone
 */
public record ChatRequest(
        String model,
        List<ChatMessage> messages,
        SamplingParameters parameters,
        List<Tool> tools,
        OptionalInt topLogprobs)
        implements InferenceRequest {

    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A chat request needs at least one message.");
        }
        if (topLogprobs.isPresent() && topLogprobs.getAsInt() < 0) {
            throw new IllegalArgumentException("top_logprobs must be at least 0, got " + topLogprobs.getAsInt() + ".");
        }
    }

    /** Returns a request without tools and log-probabilities. */
    public static ChatRequest of(String model, List<ChatMessage> messages, SamplingParameters parameters) {
        return new ChatRequest(model, messages, parameters, List.of(), OptionalInt.empty());
    }

    /**
     * A function that the model may call.
     *
     * @param name the function's name
     * @param description what it does, in words
     * @param parametersSchema the JSON Schema of its arguments, as JSON text; blank for a function without arguments
     */
    public record Tool(String name, String description, String parametersSchema) {}
}
