package network.pokt.mlqos.token;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The normalizer of SentencePiece models such as Llama 2: a lower one eighth block for each space, and usually one before the text. */
final class SpaceBlocks implements Normalization {

    /** What SentencePiece writes for a space. */
    static final char BLOCK = '\u2581';

    private final boolean before;

    /** Creates a normalizer with a block before the text, or without. */
    SpaceBlocks(boolean before) {
        this.before = before;
    }

    /** Returns this normalizer if the steps of a file are its own. */
    static Optional<Normalization> of(List<JsonNode> steps) {
        boolean first = steps.get(0).path("type").asString("").equals("Prepend");
        JsonNode last = steps.get(steps.size() - 1);
        boolean own = steps.size() == (first ? 2 : 1)
                && steps.get(0).path("prepend").asString(text()).equals(text())
                && last.path("type").asString("").equals("Replace")
                && last.path("pattern").path("String").asString("").equals(" ")
                && last.path("content").asString("").equals(text());
        return own ? Optional.of(new SpaceBlocks(first)) : Optional.empty();
    }

    private static String text() {
        return String.valueOf(BLOCK);
    }

    @Override
    public char[] normalized(char[] text, int from, int to) {
        int added = before ? 1 : 0;
        char[] result = new char[to - from + added];
        result[0] = BLOCK;
        for (int i = from; i < to; i++) {
            result[i - from + added] = text[i] == ' ' ? BLOCK : text[i];
        }
        return result;
    }
}
