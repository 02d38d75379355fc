package network.pokt.mlqos.token;

import java.util.ArrayList;
import java.util.List;
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
        List<JsonNode> steps = new ArrayList<>();
        if (normalizer.path("type").asString("").equals("Sequence")) {
            normalizer.path("normalizers").forEach(steps::add);
        } else if (!normalizer.isNull()) {
            steps.add(normalizer);
        }
        if (steps.isEmpty()) {
            return Optional.of(NONE);
        }
        boolean composed =
                steps.size() == 1 && steps.get(0).path("type").asString("").equals("NFC");
        return composed ? Optional.of(new Composition()) : SpaceBlocks.of(steps);
    }
}
