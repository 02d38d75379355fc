package network.pokt.mlqos.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.token.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Turns texts into the ids of one model, as the {@code LM} classes of lm-evaluation-harness do. Thread-safe. */
final class PromptEncoder {

    private static final int[] NONE = {};

    private final Tokenizer tokenizer;
    private final boolean addBos;
    private final OptionalInt prefixId;
    private final Optional<String> eos;

    /** The context that was encoded last: the choices of one question follow each other and share theirs. */
    private volatile Encoded last = new Encoded("", NONE);

    /**
     * Creates an encoder.
     *
     * @param addBos whether texts get the special tokens that the tokenizer adds by itself
     * @param prefixId the token to stand before a text without context, or null for the one that begins or else ends a
     *     sequence
     */
    PromptEncoder(Tokenizer tokenizer, boolean addBos, @Nullable Integer prefixId) {
        this.tokenizer = tokenizer;
        this.addBos = addBos;
        this.prefixId = prefixId != null
                ? OptionalInt.of(prefixId)
                : tokenizer.bosId().isPresent() ? tokenizer.bosId() : tokenizer.eosId();
        OptionalInt eosId = tokenizer.eosId();
        this.eos = eosId.isPresent() ? Optional.of(tokenizer.decode(eosId.getAsInt())) : Optional.empty();
    }

    int[] encode(String text) {
        return tokenizer.encode(text, addBos);
    }

    String decode(int... ids) {
        return tokenizer.decode(ids);
    }

    /** Returns the token that ends a sequence, spelled out. */
    Optional<String> eos() {
        return eos;
    }

    /**
     * Returns context and continuation as one run of ids of at most {@code maxLength}, cut at its beginning.
     *
     * <p>White space at the end of the context goes over to the continuation, because tokens begin with it. Both are
     * then encoded together, and the continuation is what is left after as many tokens as the context has alone, even
     * where the two have merged into other tokens. A context without a token (the reference stops there) is treated as
     * none.
     *
     * @throws UnsupportedAskException if the continuation leaves no room for a token before it, or if there is no
     *     context and no token to stand for it
     */
    ContinuationPrompt pair(String context, String continuation, int maxLength) {
        int[] contextIds = encodedContext(context);
        int[] all = encode(context + continuation);
        if (contextIds.length == 0) {
            return ContinuationPrompt.of(withPrefix(all), 1, maxLength);
        }
        int[] continuationIds = Arrays.copyOfRange(all, Math.min(contextIds.length, all.length), all.length);
        return ContinuationPrompt.of(joined(contextIds, continuationIds), contextIds.length, maxLength);
    }

    private int[] encodedContext(String context) {
        Encoded known = last;
        if (!known.text.equals(context)) {
            known = new Encoded(context, encode(PythonText.stripTrailing(context)));
            last = known;
        }
        return known.ids;
    }

    /** Returns the token that stands before a text without context. */
    int prefix() {
        return prefixId.orElseThrow(() -> new UnsupportedAskException(
                "A log-likelihood without context needs a token to begin with, and the tokenizer has none; name one with"
                        + " prefixTokenId(...)."));
    }

    private int[] withPrefix(int... ids) {
        int prefix = prefix();
        return ids.length > 0 && ids[0] == prefix ? ids : joined(new int[] {prefix}, ids);
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A text and its ids, which nobody changes. */
    private static final class Encoded {

        private final String text;
        private final int[] ids;

        Encoded(String text, int[] ids) {
            this.text = text;
            this.ids = ids;
        }
    }
}
