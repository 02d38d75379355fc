package network.pokt.mlqos.inference;

import java.util.List;

/**
 * Reads a {@code logprobs} value in either of its shapes, by what it holds and not by where it stands: llama.cpp answers
 * completions with the shape of chat.
 */
final class LogprobReader {

    /** Rounding of half-precision servers lifts certain tokens a little above a probability of 1. */
    private static final double MAX_LOGPROB = 1e-3;

    private LogprobReader() {}

    /** Returns one entry per token, none for null and for an object without log-probabilities. */
    static List<TokenLogprob> read(JsonCursor json, Allowance allowance) {
        if (json.isNull()) {
            return List.of();
        }
        json.object("logprobs");
        LegacyLogprobs legacy = new LegacyLogprobs(allowance);
        List<TokenLogprob> chat = List.of();
        String name;
        while ((name = json.nextField()) != null) {
            if (json.isNull()) {
                continue;
            }
            switch (name) {
                case "content" -> chat = new ChatLogprobs(allowance).read(json);
                case "tokens" -> legacy.tokens(json);
                case "token_logprobs" -> legacy.tokenLogprobs(json);
                case "top_logprobs" -> legacy.topLogprobs(json);
                case "text_offset" -> legacy.textOffsets(json);
                default -> json.skip();
            }
        }
        return chat.isEmpty() ? legacy.joined() : chat;
    }

    /** Returns the log-probability at the cursor: finite and, but for rounding, at most 0. */
    static double logprob(JsonCursor json, String field) {
        double logprob = json.number(field);
        if (logprob > MAX_LOGPROB) {
            throw BadAnswer.schema("The field '" + field + "' holds a log-probability above 0.");
        }
        return logprob;
    }
}
