package network.pokt.mlqos.inference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log-probabilities of {@code /v1/chat/completions}: an array of objects with {@code token}, {@code logprob},
 * {@code bytes} and {@code top_logprobs}
 * (<a href="https://platform.openai.com/docs/api-reference/chat/object">OpenAI, the chat completion object</a>).
 *
 * <p>The sentinel -9999 for "very unlikely" is a log-probability like any other.
 */
final class ChatLogprobs {

    private final Allowance allowance;

    ChatLogprobs(Allowance allowance) {
        this.allowance = allowance;
    }

    List<TokenLogprob> read(JsonCursor json) {
        List<TokenLogprob> entries = new ArrayList<>();
        json.array("logprobs.content");
        while (json.nextElement()) {
            entries.add(entry(json));
        }
        return entries;
    }

    private TokenLogprob entry(JsonCursor json) {
        List<TokenLogprob.Candidate> top = new ArrayList<>();
        TokenLogprob.Candidate chosen = candidate(json, "logprobs.content[]", top);
        return new TokenLogprob(chosen.token(), chosen.logprob(), top);
    }

    /** Reads a token with its log-probability; {@code top} takes its candidates, null where it can have none. */
    private TokenLogprob.Candidate candidate(
            JsonCursor json, String field, @Nullable List<TokenLogprob.Candidate> top) {
        allowance.take();
        json.object(field);
        String token = null;
        double logprob = Double.NaN;
        String name;
        while ((name = json.nextField()) != null) {
            if (name.equals("token")) {
                token = json.string("token");
            } else if (name.equals("logprob")) {
                logprob = LogprobReader.logprob(json, "logprob");
            } else if (name.equals("top_logprobs") && top != null && !json.isNull()) {
                candidates(json, top);
            } else {
                json.skip();
            }
        }
        if (token == null || Double.isNaN(logprob)) {
            throw BadAnswer.schema("An element of '" + field + "' lacks its token or its log-probability.");
        }
        return new TokenLogprob.Candidate(token, logprob);
    }

    private void candidates(JsonCursor json, List<TokenLogprob.Candidate> top) {
        json.array("logprobs.content[].top_logprobs");
        while (json.nextElement()) {
            top.add(candidate(json, "logprobs.content[].top_logprobs[]", null));
        }
    }
}
