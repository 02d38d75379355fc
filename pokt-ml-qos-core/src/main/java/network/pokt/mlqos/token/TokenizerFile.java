package network.pokt.mlqos.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * What a {@code tokenizer.json} says, parsed: the same for every formatting of the file. Not changed after it was read.
 */
final class TokenizerFile {

    /** Tokens by id; an id that nothing has is null. Not those that were only added. */
    final List<@Nullable String> tokens = new ArrayList<>();

    /** The ids of the tokens of the model; empty for Unigram models, whose tokens may occur twice. */
    final Map<String, Integer> ids = new HashMap<>();

    /** The scores of a Unigram model by id, else empty. */
    final List<Double> scores = new ArrayList<>();

    /** What merges, in the order of the file: the left part and the right part in turns. */
    final List<String> merges = new ArrayList<>();

    final List<AddedToken> added = new ArrayList<>();

    /** Everything of the model but vocabulary and merges, by name. */
    final Map<String, JsonNode> modelOptions = new HashMap<>();

    /** Everything of the file but the model and the added tokens, by name: normalizer, pre_tokenizer and so on. */
    final Map<String, JsonNode> parts = new HashMap<>();

    /** Returns the type of the model; old files leave it out. */
    String modelType() {
        String usual = !scores.isEmpty() ? "Unigram" : merges.isEmpty() ? "WordPiece" : "BPE";
        return option("type").asString(usual);
    }

    /** Returns the id of an added token, which is where special tokens are. */
    OptionalInt addedId(String content) {
        return added.stream()
                .filter(token -> token.content().equals(content))
                .mapToInt(AddedToken::id)
                .findFirst();
    }

    /** Returns a part, JSON's null for one that the file does not have. */
    JsonNode part(String name) {
        JsonNode part = parts.get(name);
        return part == null ? NullNode.getInstance() : part;
    }

    /** Returns an option of the model, JSON's null for one that the file does not have. */
    JsonNode option(String name) {
        JsonNode option = modelOptions.get(name);
        return option == null ? NullNode.getInstance() : option;
    }
}
