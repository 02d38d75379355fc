package network.pokt.mlqos.relay.supplier.backend;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes answers in OpenAI's form of what other servers say; the adapter adds model, id and time. */
final class TextAnswers {

    private TextAnswers() {}

    /** Returns a completion with one choice, without usage; also the last piece of one in a stream. */
    static ObjectNode completion(String text, String finishReason) {
        ObjectNode completion = piece(text);
        first(completion).put("finish_reason", finishReason);
        return completion;
    }

    /** Returns a piece of a completion in a stream that goes on. */
    static ObjectNode piece(String text) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "text_completion");
        root.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("text", text)
                .putNull("logprobs")
                .putNull("finish_reason");
        return root;
    }

    /** Returns the event of a stream that has the usage of all and no choice. */
    static ObjectNode usageAlone(ObjectNode usage) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "text_completion");
        root.putArray("choices");
        root.set("usage", usage);
        return root;
    }

    /** Returns the one choice of a completion or of a piece. */
    static ObjectNode first(ObjectNode completion) {
        return (ObjectNode) completion.path("choices").path(0);
    }

    static ObjectNode usage(long prompt, long completion) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
    }
}
