package network.pokt.mlqos.metric;

import java.util.List;

/**
 * A text that a model wrote and the texts that it may be compared with.
 *
 * @param prediction what the model wrote, possibly empty
 * @param references the right texts, at least one; pairs of one corpus may have different numbers of them
 */
public record TextPair(String prediction, List<String> references) {

    /** Copies the references and refuses an empty list. */
    public TextPair {
        references = List.copyOf(references);
        if (references.isEmpty()) {
            throw new IllegalArgumentException("There is no reference for \"" + prediction + "\", give at least one.");
        }
    }

    public static TextPair of(String prediction, String... references) {
        return new TextPair(prediction, List.of(references));
    }
}
