package network.pokt.mlqos.evaluation;

import org.jspecify.annotations.Nullable;

/** How many tokens a prompt can have at most, where nobody can count them. */
final class PromptTokens {

    /**
     * What a server may add to a text by itself: a token that begins it, and the space that SentencePiece puts before
     * it.
     */
    static final int ADDED_BY_SERVER = 2;

    private PromptTokens() {}

    /**
     * Returns an upper bound of a text's tokens: those that {@code encoder} counts, or its UTF-8 bytes if there is
     * none, since no vocabulary in use has tokens of less than a byte.
     */
    static long atMost(String text, @Nullable PromptEncoder encoder) {
        return (encoder == null ? utf8Length(text) : encoder.encode(text).length) + ADDED_BY_SERVER;
    }

    private static long utf8Length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A character beyond the basic plane has four bytes and two halves.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
