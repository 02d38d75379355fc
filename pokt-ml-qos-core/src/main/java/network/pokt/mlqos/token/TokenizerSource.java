package network.pokt.mlqos.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Where a {@code tokenizer.json} comes from. */
final class TokenizerSource {

    private static final String TOKENIZER_FILE = "tokenizer.json";

    /** The largest file that is taken from a node: Gemma 3's has 33 MB. */
    static final int MOST_BYTES = 64 << 20;

    private final String name;
    private final byte[] json;
    private final ModelTokens special;
    private final boolean trusted;

    /**
     * Creates a source.
     *
     * @param name what errors call it
     * @param json its bytes, which nobody changes
     * @param special the special tokens that are named beside it
     * @param trusted whether everything that the native library can do may be asked for
     */
    TokenizerSource(String name, byte[] json, ModelTokens special, boolean trusted) {
        this.name = name;
        this.json = json;
        this.special = special;
        this.trusted = trusted;
    }

    static TokenizerSource of(Path fileOrFolder) {
        boolean folder = Files.isDirectory(fileOrFolder);
        Path file = folder ? fileOrFolder.resolve(TOKENIZER_FILE) : fileOrFolder;
        ModelTokens special = folder ? ModelTokens.in(fileOrFolder) : ModelTokens.NONE;
        try {
            return new TokenizerSource(file.toString(), Files.readAllBytes(file), special, true);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    String name() {
        return name;
    }

    ModelTokens special() {
        return special;
    }

    /** Returns the text that the native library reads. */
    String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    /**
     * Parses the file, and checks one that is not trusted.
     *
     * @throws TokenizerException if it is malformed or refused
     */
    TokenizerFile parsed() {
        if (!trusted && json.length > MOST_BYTES) {
            throw new TokenizerException("The tokenizer of " + name + " has " + json.length + " bytes, more than "
                    + MOST_BYTES + "; load it from a file that you trust.");
        }
        try {
            TokenizerFile file = TokenizerFileReader.read(json, trusted);
            if (!trusted) {
                TokenizerScreen.check(file, name);
            }
            return file;
        } catch (JacksonException e) {
            throw unreadable(name, e);
        }
    }

    private static TokenizerException unreadable(String name, Exception cause) {
        return new TokenizerException(
                "The tokenizer " + name + " cannot be read, give a tokenizer.json or the folder that it is in.", cause);
    }
}
