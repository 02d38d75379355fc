package network.pokt.mlqos.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The log-probabilities of {@code /v1/completions}: parallel arrays {@code tokens}, {@code token_logprobs},
 * {@code top_logprobs} and {@code text_offset}, in any order
 * (<a href="https://platform.openai.com/docs/api-reference/completions/object">OpenAI, the completion object</a>).
 *
 * <p>A token without a log-probability is null there, and so is a map of candidates. Two tokens of a vocabulary may have the
 * same text, so a map may hold a key twice; both are kept.
 */
final class LegacyLogprobs {

    private final Allowance allowance;
    private final List<String> tokens = new ArrayList<>();
    private final List<List<TokenLogprob.Candidate>> tops = new ArrayList<>();
    private final List<TokenLogprob.Candidate> map = new ArrayList<>();
    private double[] logprobs = new double[16];
    private int logprobCount;
    private int offsetCount;

    LegacyLogprobs(Allowance allowance) {
        this.allowance = allowance;
    }

    void tokens(JsonCursor json) {
        json.array("logprobs.tokens");
        while (json.nextElement()) {
            allowance.take();
            tokens.add(json.string("logprobs.tokens[]"));
        }
    }

    void tokenLogprobs(JsonCursor json) {
        json.array("logprobs.token_logprobs");
        while (json.nextElement()) {
            if (logprobCount == logprobs.length) {
                logprobs = Arrays.copyOf(logprobs, 2 * logprobCount);
            }
            logprobs[logprobCount++] =
                    json.isNull() ? Double.NaN : LogprobReader.logprob(json, "logprobs.token_logprobs[]");
        }
    }

    void topLogprobs(JsonCursor json) {
        json.array("logprobs.top_logprobs");
        while (json.nextElement()) {
            tops.add(json.isNull() ? List.of() : candidates(json));
        }
    }

    private List<TokenLogprob.Candidate> candidates(JsonCursor json) {
        json.object("logprobs.top_logprobs[]");
        map.clear();
        String token;
        while ((token = json.nextField()) != null) {
            allowance.take();
            map.add(new TokenLogprob.Candidate(token, LogprobReader.logprob(json, "logprobs.top_logprobs[]")));
        }
        return List.copyOf(map);
    }

    /** Nothing needs the offsets, but an answer in which they do not match the tokens is not to be trusted. */
    void textOffsets(JsonCursor json) {
        json.array("logprobs.text_offset");
        while (json.nextElement()) {
            json.number("logprobs.text_offset[]");
            offsetCount++;
        }
    }

    /** Returns one entry per token; candidates and offsets may be left out altogether, but not in part. */
    List<TokenLogprob> joined() {
        int size = tokens.size();
        if (logprobCount != size || !fits(tops.size(), size) || !fits(offsetCount, size)) {
            throw BadAnswer.schema("The arrays of 'logprobs' differ in length: " + size + " tokens, " + logprobCount
                    + " log-probabilities, " + tops.size() + " maps of candidates and " + offsetCount + " offsets.");
        }
        List<TokenLogprob> joined = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            joined.add(new TokenLogprob(tokens.get(i), logprobs[i], tops.isEmpty() ? List.of() : tops.get(i)));
        }
        return joined;
    }

    private static boolean fits(int optional, int size) {
        return optional == 0 || optional == size;
    }
}
