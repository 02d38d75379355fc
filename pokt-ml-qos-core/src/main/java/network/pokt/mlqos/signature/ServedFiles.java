package network.pokt.mlqos.signature;

import network.pokt.mlqos.token.TokenizerException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that a node serves as {@code {file stem: parsed JSON}}, at {@code /pokt/tokenizer} and {@code /pokt/config}.
 * They are only read: nothing is written anywhere, and no name or code of theirs is used.
 */
final class ServedFiles {

    /** The largest real tokenizer files have some 35 MB. */
    static final int MOST_BYTES = 64 << 20;

    private static final int DEPTH = 64;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    private final JsonNode files;

    private ServedFiles(JsonNode files) {
        this.files = files;
    }

    /** @throws TokenizerException if it is too large, nested too deeply, or no object */
    static ServedFiles of(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new TokenizerException("A node serves files of " + json.length + " bytes, more than " + MOST_BYTES
                    + "; nothing of them is read.");
        }
        try {
            JsonNode files = JSON.readTree(json);
            if (!files.isObject()) {
                throw new TokenizerException("A node serves files as no JSON object of names and contents.");
            }
            return new ServedFiles(files);
        } catch (JacksonException e) {
            throw new TokenizerException("A node serves files that cannot be read as JSON.", e);
        }
    }

    boolean has(String stem) {
        return files.path(stem).isObject();
    }

    /**
     * Returns the bytes of one of the files.
     *
     * @throws TokenizerException if the node does not serve it
     */
    byte[] bytes(String stem) {
        return JSON.writeValueAsBytes(file(stem));
    }

    /** @throws TokenizerException if the node does not serve it */
    JsonNode file(String stem) {
        if (!has(stem)) {
            throw new TokenizerException("A node does not serve the file '" + stem + "', or not as a JSON object.");
        }
        return files.path(stem);
    }
}
