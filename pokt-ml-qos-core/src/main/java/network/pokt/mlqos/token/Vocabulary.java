package network.pokt.mlqos.token;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Which ids a {@code tokenizer.json} defines, and the ids of the tokens that were added to its model. */
final class Vocabulary {

    private final BitSet ids = new BitSet();
    private final Map<String, Integer> added = new HashMap<>();

    private Vocabulary() {}

    /**
     * Reads a {@code tokenizer.json} in one pass, without keeping its tokens.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    static Vocabulary read(byte[] tokenizerJson) {
        Vocabulary vocabulary = new Vocabulary();
        try (JsonParser parser = JsonMapper.shared().createParser(tokenizerJson)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "added_tokens" -> vocabulary.readAdded(parser);
                    case "model" -> vocabulary.readModel(parser);
                    default -> parser.skipChildren();
                }
            }
        }
        return vocabulary;
    }

    boolean contains(int id) {
        return id >= 0 && ids.get(id);
    }

    int size() {
        return ids.cardinality();
    }

    /** Returns the id of an added token, which is where special tokens are. */
    OptionalInt idOf(String token) {
        Integer id = added.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    private void readAdded(JsonParser parser) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int id = -1;
            String content = "";
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> id = parser.getIntValue();
                    case "content" -> content = parser.getString();
                    default -> parser.skipChildren();
                }
            }
            ids.set(id);
            added.put(content, id);
        }
    }

    private void readModel(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean vocab = parser.currentName().equals("vocab");
            JsonToken value = parser.nextToken();
            if (vocab && value == JsonToken.START_OBJECT) {
                readIdsByToken(parser);
            } else if (vocab && value == JsonToken.START_ARRAY) {
                readPieces(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** BPE, WordPiece and WordLevel: an object from token to id. */
    private void readIdsByToken(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            ids.set(parser.getIntValue());
        }
    }

    /** Unigram: a list of pairs of token and score, whose place is the id. */
    private void readPieces(JsonParser parser) {
        int pieces = 0;
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
            pieces++;
        }
        ids.set(0, pieces);
    }
}
