package network.pokt.mlqos.relay.supplier.adapter;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The model that is served, as clients and as the model server know it.
 *
 * @param publicName the name that clients use
 * @param backendName the name that the model server knows it by
 * @param files the folder with {@code tokenizer.json}, {@code tokenizer_config.json}, {@code special_tokens_map.json} and
 *     {@code config.json}, as far as they are there; they are read once, when the adapter is made
 * @param contextLength how many tokens prompt and answer may have together, 0 if it is not told
 */
public record ServedModel(String publicName, String backendName, Optional<Path> files, long contextLength) {

    public ServedModel {
        if (publicName.isBlank() || backendName.isBlank() || contextLength < 0) {
            throw new IllegalArgumentException(
                    "A served model needs a public name, the model server's name and a context"
                            + " length of at least 0, got '" + publicName + "', '" + backendName + "' and "
                            + contextLength + ".");
        }
    }

    /** Returns a model of one name, without files. */
    public static ServedModel of(String name) {
        return new ServedModel(name, name, Optional.empty(), 0);
    }
}
