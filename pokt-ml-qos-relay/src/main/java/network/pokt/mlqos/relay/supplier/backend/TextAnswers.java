package network.pokt.mlqos.relay.supplier.backend;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes answers in OpenAI's form of what other servers say; the adapter adds model, id and time. */
final class TextAnswers {

    private TextAnswers() {}

    /** Returns a completion with one choice, without usage. */
    static ObjectNode completion(String text, String finishReason) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "text_completion");
        root.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("text", text)
                .putNull("logprobs")
                .put("finish_reason", finishReason);
        return root;
    }

    static ObjectNode usage(long prompt, long completion) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
    }
}
