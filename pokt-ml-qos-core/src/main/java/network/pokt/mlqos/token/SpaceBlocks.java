package network.pokt.mlqos.token;

import tools.jackson.databind.JsonNode;

/** The normalizer of SentencePiece models such as Llama 2: a lower one eighth block for each space, and one before the text. */
final class SpaceBlocks implements Normalization {

    /** What SentencePiece writes for a space. */
    static final char BLOCK = '\u2581';

    /** Returns whether the steps of a normalizer are these. */
    static boolean isAskedForBy(JsonNode steps) {
        String block = String.valueOf(BLOCK);
        return steps.size() == 2
                && steps.path(0).path("type").asString("").equals("Prepend")
                && steps.path(0).path("prepend").asString("").equals(block)
                && steps.path(1).path("type").asString("").equals("Replace")
                && steps.path(1).path("pattern").path("String").asString("").equals(" ")
                && steps.path(1).path("content").asString("").equals(block);
    }

    @Override
    public char[] normalized(char[] text, int from, int to) {
        char[] result = new char[to - from + 1];
        result[0] = BLOCK;
        for (int i = from; i < to; i++) {
            result[i - from + 1] = text[i] == ' ' ? BLOCK : text[i];
        }
        return result;
    }
}
