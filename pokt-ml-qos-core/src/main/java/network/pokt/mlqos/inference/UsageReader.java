package network.pokt.mlqos.inference;

import org.jspecify.annotations.Nullable;

/** Reads the {@code usage} object. */
final class UsageReader {

    /** A trillion tokens: no request comes near it, and sums of many such claims still fit a long. */
    private static final long MAX_TOKENS = 1L << 40;

    private UsageReader() {}

    /** Returns what is claimed, or null for null and for an object without the two counts that matter. */
    static @Nullable TokenUsage read(JsonCursor json) {
        if (json.isNull()) {
            return null;
        }
        json.object("usage");
        boolean told = false;
        long prompt = 0;
        long completion = 0;
        long reasoning = 0;
        String name;
        while ((name = json.nextField()) != null) {
            switch (name) {
                case "prompt_tokens" -> {
                    told |= !json.isNull();
                    prompt = count(json, name);
                }
                case "completion_tokens" -> {
                    told |= !json.isNull();
                    completion = count(json, name);
                }
                case "total_tokens" -> count(json, name);
                case "completion_tokens_details" -> reasoning = reasoning(json);
                default -> json.skip();
            }
        }
        return told ? new TokenUsage(prompt, completion, reasoning) : null;
    }

    private static long reasoning(JsonCursor json) {
        long reasoning = 0;
        if (json.isNull()) {
            return reasoning;
        }
        json.object("usage.completion_tokens_details");
        String name;
        while ((name = json.nextField()) != null) {
            if (name.equals("reasoning_tokens")) {
                reasoning = count(json, name);
            } else {
                json.skip();
            }
        }
        return reasoning;
    }

    private static long count(JsonCursor json, String name) {
        return json.isNull() ? 0 : json.count("usage." + name, MAX_TOKENS);
    }
}
