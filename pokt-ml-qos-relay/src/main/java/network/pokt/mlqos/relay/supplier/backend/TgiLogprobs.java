package network.pokt.mlqos.relay.supplier.backend;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tokens of TGI as the {@code logprobs} of a completion, with offsets that go on from one object to the next. */
final class TgiLogprobs {

    private int offset;

    /**
     * Returns the log-probabilities of a run of tokens.
     *
     * @param tokens a list, each with {@code text} and {@code logprob}
     * @param tops a list of the most probable tokens beside each, or nothing
     */
    ObjectNode of(JsonNode tokens, JsonNode tops) {
        ObjectNode logprobs = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"tokens", "token_logprobs", "top_logprobs", "text_offset"}) {
            logprobs.putArray(field);
        }
        add(logprobs, tokens, tops);
        return logprobs;
    }

    /** Adds a further run of tokens to what {@link #of} returned. */
    void add(ObjectNode logprobs, JsonNode tokens, JsonNode tops) {
        for (int i = 0; i < tokens.size(); i++) {
            JsonNode token = tokens.path(i);
            String text = Fields.text(token.path("text"), "text of a token");
            array(logprobs, "tokens").add(text);
            if (token.path("logprob").isNumber()) {
                array(logprobs, "token_logprobs").add(token.path("logprob").asDouble());
            } else {
                array(logprobs, "token_logprobs").addNull();
            }
            top(tops.path(i), array(logprobs, "top_logprobs"));
            array(logprobs, "text_offset").add(offset);
            offset += text.length();
        }
    }

    private static ArrayNode array(ObjectNode logprobs, String field) {
        return (ArrayNode) logprobs.path(field);
    }

    private static void top(JsonNode candidates, ArrayNode tops) {
        if (!candidates.isArray()) {
            tops.addNull();
            return;
        }
        ObjectNode top = tops.addObject();
        for (JsonNode candidate : candidates) {
            top.set(Fields.text(candidate.path("text"), "text of a token"), candidate.path("logprob"));
        }
    }
}
