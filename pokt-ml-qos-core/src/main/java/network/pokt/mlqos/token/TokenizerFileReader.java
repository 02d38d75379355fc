package network.pokt.mlqos.token;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@code tokenizer.json} in one pass, within limits on its size and depth. */
final class TokenizerFileReader {

    /** Real files nest to about 10: a sequence of pretokenizers, one of them a split with a pattern. */
    private static final int DEPTH = 32;

    /** Real vocabularies have up to 262,144 ids; an id far beyond asks for memory. */
    private static final int IDS = 1 << 22;

    /** The longest text of a real file is a Unigram model's table of characters, 300 kB in base 64. */
    private static final int LONGEST_TEXT = 1 << 21;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .build())
            // Property names are the tokens of a vocabulary: they are not worth a symbol table.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build());

    private final JsonParser parser;
    private final TokenizerFile file = new TokenizerFile();

    private TokenizerFileReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @param lenient whether a name may be there twice, which readers understand differently
     * @throws tools.jackson.core.JacksonException if it is no JSON, nested too deeply, or no tokenizer
     */
    static TokenizerFile read(byte[] tokenizerJson, boolean lenient) {
        ObjectReader reader =
                lenient ? JSON.reader() : JSON.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        try (JsonParser parser = reader.createParser(tokenizerJson)) {
            return new TokenizerFileReader(parser).readFile();
        }
    }

    private TokenizerFile readFile() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw unexpected("an object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "added_tokens" -> readAdded();
                case "model" -> readModel();
                default -> file.parts.put(name, tree());
            }
        }
        return file;
    }

    private JsonNode tree() {
        return parser.readValueAsTree();
    }

    private void readAdded() {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode token = tree();
            file.added.add(new AddedToken(
                    id(token.path("id").asInt(-1)),
                    token.path("content").asString(""),
                    token.path("single_word").asBoolean(false),
                    token.path("lstrip").asBoolean(false),
                    token.path("rstrip").asBoolean(false),
                    token.path("normalized").asBoolean(true),
                    token.path("special").asBoolean(false)));
        }
    }

    private void readModel() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
                readIdsByToken();
            } else if (name.equals("vocab") && value == JsonToken.START_ARRAY) {
                readPieces();
            } else if (name.equals("merges") && value == JsonToken.START_ARRAY) {
                readMerges();
            } else {
                file.modelOptions.put(name, tree());
            }
        }
    }

    /** BPE, WordPiece and WordLevel: an object from token to id. */
    private void readIdsByToken() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String token = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw unexpected("an id");
            }
            int id = id(parser.getIntValue());
            while (file.tokens.size() <= id) {
                file.tokens.add(null);
            }
            file.tokens.set(id, token);
            file.ids.put(token, id);
        }
    }

    /** Unigram: a list of pairs of token and score, whose place is the id. */
    private void readPieces() {
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            JsonNode piece = tree();
            file.tokens.add(piece.path(0).asString(""));
            file.scores.add(piece.path(1).asDouble(0));
        }
    }

    /** Newer files have pairs; older ones have the parts in one text with a space between them. */
    private void readMerges() {
        for (JsonToken merge = parser.nextToken(); merge != JsonToken.END_ARRAY; merge = parser.nextToken()) {
            if (merge == JsonToken.VALUE_STRING) {
                String both = parser.getString();
                int space = both.indexOf(' ');
                if (space < 0 || both.indexOf(' ', space + 1) >= 0) {
                    throw unexpected("a merge of two parts");
                }
                file.merges.addAll(List.of(both.substring(0, space), both.substring(space + 1)));
            } else {
                file.merges.addAll(List.of(part(), part()));
                if (merge != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.END_ARRAY) {
                    throw unexpected("a merge of two parts");
                }
            }
        }
    }

    private String part() {
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
            throw unexpected("a part of a merge");
        }
        return parser.getString();
    }

    private int id(int id) {
        if (id < 0 || id >= IDS) {
            throw unexpected("an id from 0 to " + (IDS - 1));
        }
        return id;
    }

    private StreamReadException unexpected(String wanted) {
        return new StreamReadException(parser, "A tokenizer.json has " + wanted + " here.");
    }
}
