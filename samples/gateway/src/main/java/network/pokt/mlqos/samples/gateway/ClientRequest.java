package network.pokt.mlqos.samples.gateway;

import java.math.BigDecimal;
import network.pokt.mlqos.route.RequestSize;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client asks for, of which the gateway understands what it needs to route and to bill.
 *
 * @param chat whether it is a chat rather than a completion
 * @param root the body as it came
 * @param model the model it names
 * @param promptTokens an estimate of the tokens of its prompt
 * @param promptCeiling more tokens than the prompt can have
 * @param completionCeiling the most tokens that all its answers may have
 */
record ClientRequest(
        boolean chat, ObjectNode root, String model, long promptTokens, long promptCeiling, long completionCeiling) {

    /** The model name that any node will do for. */
    static final String ANY_MODEL = "auto";

    /** What an answer may have if the client does not say. */
    private static final long DEFAULT_MAX_TOKENS = 1024;

    private static final long MOST_TOKENS = 1 << 20;
    private static final long MOST_CHOICES = 16;
    /** What a chat template may add to a conversation; a token has at least a byte. */
    private static final long TEMPLATE_TOKENS = 128;

    private static final TokenCounter COUNTER = TokenCounter.estimating();

    /**
     * Reads a body.
     *
     * @throws ApiException if it is none that a node could be asked to answer
     */
    static ClientRequest read(byte[] body, boolean chat) {
        ObjectNode root = object(body);
        JsonNode model = root.path("model");
        if (!model.isString() || model.stringValue().isBlank()) {
            throw invalid("missing_model", "The field 'model' must name a model; '" + ANY_MODEL + "' takes any.");
        }
        JsonNode asked = root.path(chat ? "messages" : "prompt");
        if (chat ? !asked.isArray() || asked.isEmpty() : asked.isMissingNode() || asked.isNull()) {
            throw invalid(
                    "missing_prompt",
                    chat ? "The field 'messages' must hold at least one message." : "The field 'prompt' is missing.");
        }
        if (!root.path("stream").isMissingNode() && !root.path("stream").isBoolean()) {
            throw invalid("invalid_stream", "The field 'stream' must be true or false.");
        }
        String limit = root.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
        long perAnswer = whole(root, limit, DEFAULT_MAX_TOKENS, MOST_TOKENS);
        root.put(limit, perAnswer);
        long choices = Math.max(whole(root, "n", 1, MOST_CHOICES), whole(root, "best_of", 1, MOST_CHOICES));
        return new ClientRequest(
                chat,
                root,
                model.stringValue(),
                COUNTER.count(asked.toString()).tokens(),
                body.length + TEMPLATE_TOKENS,
                choices * perAnswer);
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (JsonMapper.shared().readTree(body) instanceof ObjectNode root) {
                return root;
            }
        } catch (JacksonException e) {
            throw invalid("invalid_json", "The body is no JSON: " + e.getOriginalMessage());
        }
        throw invalid("invalid_json", "The body must be a JSON object.");
    }

    private static long whole(ObjectNode root, String name, long usual, long most) {
        JsonNode value = root.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        BigDecimal number = value.isIntegralNumber() ? value.decimalValue() : BigDecimal.ZERO;
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw invalid("invalid_" + name, "The field '" + name + "' must be a whole number from 1 to " + most + ".");
        }
        return number.longValue();
    }

    private static ApiException invalid(String code, String message) {
        return ApiException.invalid(400, code, message);
    }

    String path() {
        return chat ? "/v1/chat/completions" : "/v1/completions";
    }

    boolean streams() {
        return root.path("stream").asBoolean(false);
    }

    /** Returns the size that nodes are chosen for: an answer is rarely as long as it may be. */
    RequestSize size() {
        return new RequestSize(promptTokens, Math.min(RequestSize.USUAL.completionTokens(), completionCeiling));
    }

    /** Returns the body under the name that a node serves the model by. */
    Payload body(String modelOfNode) {
        ObjectNode copy = root.deepCopy();
        copy.put("model", modelOfNode);
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(copy);
        return Payload.wrap(bytes, bytes.length);
    }
}
