package network.pokt.mlqos.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names of the tokens that begin and end a sequence.
 *
 * @param bos the token that begins a sequence, if there is one
 * @param eos the token that ends a sequence, if there is one
 */
record SpecialTokens(Optional<String> bos, Optional<String> eos) {

    /** Where Hugging Face keeps them, the newer file first. */
    private static final List<String> FILES = List.of("tokenizer_config.json", "special_tokens_map.json");

    static final SpecialTokens NONE = new SpecialTokens(Optional.empty(), Optional.empty());

    /** Reads the files beside {@code tokenizer.json}; a folder without them names no tokens. */
    static SpecialTokens in(Path folder) {
        SpecialTokens found = NONE;
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                found = found.or(read(file));
            }
        }
        return found;
    }

    /** Returns these tokens, with those of {@code other} where there are none. */
    SpecialTokens or(SpecialTokens other) {
        return new SpecialTokens(bos.or(other::bos), eos.or(other::eos));
    }

    private static SpecialTokens read(Path file) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            return new SpecialTokens(token(root.path("bos_token")), token(root.path("eos_token")));
        } catch (IOException | JacksonException e) {
            throw new TokenizerException("The file " + file + " cannot be read as JSON, replace it by the model's own.", e);
        }
    }

    /** A token is a string, or an object with its attributes. */
    private static Optional<String> token(JsonNode node) {
        JsonNode content = node.isObject() ? node.path("content") : node;
        return content.isString() ? Optional.of(content.asString()) : Optional.empty();
    }
}
