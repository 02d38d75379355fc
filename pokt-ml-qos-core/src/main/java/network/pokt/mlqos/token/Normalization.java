package network.pokt.mlqos.token;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What happens to a piece of text before it is cut into words. Immutable and thread-safe. */
interface Normalization {

    /** The text as it is. */
    Normalization NONE = (text, from, to) -> text;

    /**
     * Returns the normalized text of a piece that is not empty: the same array if the piece stays as it is, where
     * {@code from} and {@code to} go on to hold, or a new one with nothing else in it.
     */
    char[] normalized(char[] text, int from, int to);

    /** Returns the normalization that a {@code tokenizer.json} asks for, if it is one of these. */
    static Optional<Normalization> of(JsonNode normalizer) {
        if (normalizer.isNull()) {
            return Optional.of(NONE);
        }
        JsonNode steps = normalizer.path("normalizers");
        switch (normalizer.path("type").asString("")) {
            case "NFC" -> {
                return Optional.of(new Composition());
            }
            case "Sequence" -> {
                if (steps.isEmpty()) {
                    return Optional.of(NONE);
                }
                if (steps.size() == 1) {
                    return of(steps.path(0));
                }
                return SpaceBlocks.isAskedForBy(steps) ? Optional.of(new SpaceBlocks()) : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
