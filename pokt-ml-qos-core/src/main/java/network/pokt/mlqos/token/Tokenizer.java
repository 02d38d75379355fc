package network.pokt.mlqos.token;

import java.util.OptionalInt;

/**
 * Turns text into the ids of one model's vocabulary and back. Implementations are thread-safe.
 *
 * <p>No implementation truncates, pads or reaches for the network.
 */
public interface Tokenizer {

    /** Returns the ids of {@code text}, with the special tokens that the tokenizer adds by itself if asked for. */
    int[] encode(String text, boolean addSpecialTokens);

    /** Returns the text of {@code ids}, special tokens spelled out; ids outside the vocabulary are rejected. */
    String decode(int... ids);

    /** Returns the id that begins a sequence, if the model has one. */
    OptionalInt bosId();

    /** Returns the id that ends a sequence, if the model has one. */
    OptionalInt eosId();

    /** Returns how many tokens {@code text} has without special tokens. */
    default long count(String text) {
        return encode(text, false).length;
    }

    /**
     * Returns a text that two tokenizers share if they treat a varied sample of text alike, in hexadecimal digits. It
     * tells vocabularies apart; it does not prove two equal.
     */
    default String fingerprint() {
        return TokenizerProbe.of(this);
    }
}
