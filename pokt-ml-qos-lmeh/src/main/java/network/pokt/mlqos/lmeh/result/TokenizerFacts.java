package network.pokt.mlqos.lmeh.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of its tokenizer.
 *
 * @param endOfText the id at which generation ends
 * @param maxLength how many tokens a request has at most, as lm-evaluation-harness keeps it: one less than was given
 */
public record TokenizerFacts(
        Special padding,
        Special endOfSequence,
        Special beginOfSequence,
        @Nullable Integer endOfText,
        int maxLength) {

    /** A special token with its id, both null if the tokenizer has none. */
    public record Special(@Nullable String token, @Nullable Integer id) {

        public static final Special NONE = new Special(null, null);

        List<@Nullable Object> asList() {
            List<@Nullable Object> list = new ArrayList<>();
            list.add(token);
            list.add(id == null ? "None" : id.toString());
            return list;
        }
    }

    void putInto(Map<String, @Nullable Object> results) {
        results.put("tokenizer_pad_token", padding.asList());
        results.put("tokenizer_eos_token", endOfSequence.asList());
        results.put("tokenizer_bos_token", beginOfSequence.asList());
        results.put("eot_token_id", endOfText);
        results.put("max_length", maxLength);
    }
}
