package network.pokt.mlqos.samples.quickstart.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What a request to one of the two generating endpoints asks for. Sampling parameters are accepted and ignored: a
 * simulated node always says the same.
 *
 * @param chat whether a conversation is to be answered, rather than a text continued
 * @param prompts the ids of what is to be answered or continued, at least one
 * @param maxTokens the most tokens to write for each
 * @param stop where to end
 * @param logprobs whether log-probabilities are wanted, and of how many candidates
 * @param echo whether the text begins with the prompt
 * @param stream whether to send events
 * @param streamUsage whether the last event but one tells the usage
 */
record OpenAiRequest(
        boolean chat,
        List<int[]> prompts,
        int maxTokens,
        List<String> stop,
        OptionalInt logprobs,
        boolean echo,
        boolean stream,
        boolean streamUsage) {

    /** What {@code /v1/completions} writes if nobody says how much; chat has no such limit. */
    private static final int DEFAULT_COMPLETION_TOKENS = 16;

    /** A request that the caller has to change, with the status that says so. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;
        private final String reason;

        Refusal(int status, String reason) {
            super(reason);
            this.status = status;
            this.reason = reason;
        }

        int status() {
            return status;
        }

        String reason() {
            return reason;
        }
    }

    /**
     * Reads a request body.
     *
     * @throws Refusal if it asks for something that is not served
     * @throws tools.jackson.core.JacksonException if a field has the wrong type
     */
    static OpenAiRequest read(JsonNode body, boolean chat, String model, SimulatedTokenizer tokenizer) {
        if (!body.isObject()) {
            throw new Refusal(400, "The body must be an object.");
        }
        given(body, "model")
                .map(JsonNode::stringValue)
                .filter(name -> !name.equals(model))
                .ifPresent(name -> {
                    throw new Refusal(404, "This model is not served here, ask for '" + model + "'.");
                });
        Optional<JsonNode> limit = given(body, "max_completion_tokens").or(() -> given(body, "max_tokens"));
        OpenAiRequest request = new OpenAiRequest(
                chat,
                chat ? List.of(tokenizer.encode(conversation(body), false)) : prompts(body, tokenizer),
                limit.map(JsonNode::intValue).orElse(chat ? Integer.MAX_VALUE : DEFAULT_COMPLETION_TOKENS),
                given(body, "stop").map(OpenAiRequest::oneOrMore).orElse(List.of()),
                logprobs(body, chat),
                flag(body, "echo"),
                flag(body, "stream"),
                given(body, "stream_options")
                        .filter(options -> flag(options, "include_usage"))
                        .isPresent());
        if (request.maxTokens < 0 || request.stop.contains("")) {
            throw new Refusal(400, "max_tokens must be at least 0 and no stop may be empty.");
        }
        if (request.logprobs.orElse(0) < 0) {
            throw new Refusal(400, "logprobs must be at least 0.");
        }
        if (request.stream && (request.echo || request.logprobs.isPresent())) {
            throw new Refusal(400, "A stream has neither echo nor logprobs here, ask without stream.");
        }
        if (given(body, "n").map(JsonNode::intValue).orElse(1) != 1) {
            throw new Refusal(400, "n must be 1: a simulated node has one answer to each prompt.");
        }
        return request;
    }

    /** A conversation as the node reads it: role, line, content, line, and so on, then {@code assistant} and a line. */
    private static String conversation(JsonNode body) {
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new Refusal(400, "messages must be a list of at least one.");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode message : messages) {
            text.append(message.path("role").stringValue()).append('\n');
            JsonNode content = message.path("content");
            if (content.isArray()) {
                content.forEach(part -> text.append(part.path("text").stringValue()));
            } else {
                text.append(content.stringValue());
            }
            text.append('\n');
        }
        return text.append("assistant\n").toString();
    }

    /** A text, texts, ids or lists of ids. */
    private static List<int[]> prompts(JsonNode body, SimulatedTokenizer tokenizer) {
        JsonNode prompt = given(body, "prompt").orElseThrow(() -> new Refusal(400, "prompt is missing."));
        List<int[]> prompts = new ArrayList<>();
        if (prompt.isString() || prompt.path(0).isInt()) {
            prompts.add(ids(prompt, tokenizer));
        } else {
            prompt.forEach(one -> prompts.add(ids(one, tokenizer)));
        }
        if (prompts.isEmpty() || prompts.stream().anyMatch(ids -> ids.length == 0)) {
            throw new Refusal(
                    400, "prompt must be a text, texts, token ids or lists of token ids, none of them empty.");
        }
        return prompts;
    }

    private static int[] ids(JsonNode prompt, SimulatedTokenizer tokenizer) {
        if (prompt.isString()) {
            return tokenizer.encode(prompt.stringValue(), false);
        }
        int[] ids = new int[prompt.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = prompt.get(i).intValue();
            if (!tokenizer.knows(ids[i])) {
                throw new Refusal(400, "The token id " + ids[i] + " is outside the vocabulary.");
            }
        }
        return ids;
    }

    /** A number of candidates for a text, a flag for chat, which has none here. */
    private static OptionalInt logprobs(JsonNode body, boolean chat) {
        Optional<JsonNode> field = given(body, "logprobs");
        if (!chat) {
            return field.map(node -> OptionalInt.of(node.intValue())).orElse(OptionalInt.empty());
        }
        if (field.map(JsonNode::booleanValue).orElse(false)) {
            throw new Refusal(400, "Log-probabilities are served at /v1/completions only.");
        }
        return OptionalInt.empty();
    }

    private static List<String> oneOrMore(JsonNode stop) {
        if (stop.isString()) {
            return List.of(stop.stringValue());
        }
        return stop.values().stream().map(JsonNode::stringValue).toList();
    }

    private static boolean flag(JsonNode body, String name) {
        return given(body, name).map(JsonNode::booleanValue).orElse(false);
    }

    private static Optional<JsonNode> given(JsonNode body, String name) {
        return body.optional(name).filter(value -> !value.isNull());
    }
}
