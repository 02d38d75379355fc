package network.pokt.mlqos.token;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import tools.jackson.core.JacksonException;

/**
 * A tokenizer from a {@code tokenizer.json}, with exactly the ids of Hugging Face's {@code tokenizers} library, which does the
 * work as native code.
 *
 * <pre>{@code
 * try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(Path.of("models/phi-2"))) {
 *     long tokens = tokenizer.count("How many tokens are this?");
 * }
 * }</pre>
 *
 * <p>It needs the optional artifact {@code ai.djl.huggingface:tokenizers}, on Linux with glibc 2.34 or later, macOS on ARM or
 * Windows on x86-64. Truncation and padding that the file asks for are switched off, nothing is downloaded and nobody is
 * called. The native library, 15 MB, is unpacked once per JVM into a temporary folder and removed again, unless
 * {@link Builder#nativeFolder} or DJL's own settings name a folder to keep it in.
 *
 * <p>Thread-safe; threads do not wait for each other. An encoding takes about a microsecond per token. It holds memory outside
 * the heap (tens of megabytes) until it is closed.
 */
public final class HuggingFaceTokenizer implements Tokenizer, AutoCloseable {

    private static final String TOKENIZER_FILE = "tokenizer.json";

    private final TokenizersLibrary library;
    private final Vocabulary vocabulary;
    private final OptionalInt bosId;
    private final OptionalInt eosId;
    private final String fingerprint;
    private final ReadWriteLock lifetime = new ReentrantReadWriteLock();
    private long handle;

    private HuggingFaceTokenizer(
            TokenizersLibrary library, long handle, Vocabulary vocabulary, OptionalInt bosId, OptionalInt eosId, String sha256) {
        this.library = library;
        this.handle = handle;
        this.vocabulary = vocabulary;
        this.bosId = bosId;
        this.eosId = eosId;
        this.fingerprint = sha256 + "," + bosId.orElse(-1) + "," + eosId.orElse(-1);
    }

    /**
     * Loads a tokenizer from a folder with {@code tokenizer.json} and, for the tokens that begin and end a sequence,
     * {@code tokenizer_config.json} or {@code special_tokens_map.json}; or from a {@code tokenizer.json} alone, which does not
     * say what those tokens are.
     *
     * @throws TokenizerException if the library is not there, does not run here, or does not take the file
     */
    public static HuggingFaceTokenizer load(Path fileOrFolder) {
        return builder(fileOrFolder).load();
    }

    /** Begins a tokenizer from what {@link #load} takes. */
    public static Builder builder(Path fileOrFolder) {
        return new Builder(fileOrFolder);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the tokenizer is closed
     */
    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        return whileOpen(tokenizer -> {
            long encoding = library.encode(tokenizer, text, addSpecialTokens);
            try {
                return narrowed(library.getTokenIds(encoding));
            } finally {
                library.deleteEncoding(encoding);
            }
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if an id is outside the vocabulary
     * @throws IllegalStateException if the tokenizer is closed
     */
    @Override
    public String decode(int... ids) {
        long[] wide = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            if (!vocabulary.contains(ids[i])) {
                throw new IllegalArgumentException(
                        "The id " + ids[i] + " is not in a vocabulary of " + vocabulary.size() + " tokens.");
            }
            wide[i] = ids[i];
        }
        return whileOpen(tokenizer -> library.decode(tokenizer, wide, false));
    }

    @Override
    public OptionalInt bosId() {
        return bosId;
    }

    @Override
    public OptionalInt eosId() {
        return eosId;
    }

    /** Returns how many ids the tokenizer knows, added tokens included. */
    public int vocabularySize() {
        return vocabulary.size();
    }

    /** Returns the SHA-256 of {@code tokenizer.json} with the ids that begin and end a sequence. */
    @Override
    public String fingerprint() {
        return fingerprint;
    }

    /** Frees the memory outside the heap, after calls under way have ended; calling it again has no effect. */
    @Override
    public void close() {
        Lock lock = lifetime.writeLock();
        lock.lock();
        try {
            if (handle != 0) {
                library.deleteTokenizer(handle);
                handle = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call into freed memory would end the JVM, so each call keeps the tokenizer open. */
    private <T> T whileOpen(LongFunction<T> call) {
        Lock lock = lifetime.readLock();
        lock.lock();
        try {
            if (handle == 0) {
                throw new IllegalStateException("The tokenizer is closed, load it again to use it.");
            }
            return call.apply(handle);
        } finally {
            lock.unlock();
        }
    }

    private static int[] narrowed(long[] ids) {
        int[] narrow = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            narrow[i] = (int) ids[i];
        }
        return narrow;
    }

    /** Says how a tokenizer is loaded. Not thread-safe. */
    public static final class Builder {

        private final Path fileOrFolder;
        private SpecialTokens given = SpecialTokens.NONE;
        private Optional<Path> nativeFolder = Optional.empty();

        private Builder(Path fileOrFolder) {
            this.fileOrFolder = fileOrFolder;
        }

        /** Names the token that begins a sequence, instead of what the files say. */
        public Builder bosToken(String token) {
            given = new SpecialTokens(Optional.of(token), given.eos());
            return this;
        }

        /** Names the token that ends a sequence, instead of what the files say. */
        public Builder eosToken(String token) {
            given = new SpecialTokens(given.bos(), Optional.of(token));
            return this;
        }

        /** Names a folder that the native library is unpacked into and kept; it counts for the first tokenizer of a JVM only. */
        public Builder nativeFolder(Path folder) {
            nativeFolder = Optional.of(folder);
            return this;
        }

        /**
         * Loads the tokenizer.
         *
         * @throws TokenizerException if the library is not there, does not run here, or does not take the file
         */
        public HuggingFaceTokenizer load() {
            boolean folder = Files.isDirectory(fileOrFolder);
            Path file = folder ? fileOrFolder.resolve(TOKENIZER_FILE) : fileOrFolder;
            SpecialTokens special = folder ? given.or(SpecialTokens.in(fileOrFolder)) : given;
            try {
                byte[] json = Files.readAllBytes(file);
                Vocabulary vocabulary = Vocabulary.read(json);
                OptionalInt bosId = id(file, vocabulary, "begins", special.bos());
                OptionalInt eosId = id(file, vocabulary, "ends", special.eos());
                TokenizersLibrary library = DjlNatives.load(nativeFolder);
                long handle = create(library, file, json);
                String sha256 = TokenizerFingerprint.sha256(json);
                return new HuggingFaceTokenizer(library, handle, vocabulary, bosId, eosId, sha256);
            } catch (IOException | JacksonException e) {
                throw new TokenizerException(
                        "The tokenizer " + file + " cannot be read, give a tokenizer.json or the folder that it is in.", e);
            }
        }

        private static OptionalInt id(Path file, Vocabulary vocabulary, String role, Optional<String> token) {
            if (token.isEmpty()) {
                return OptionalInt.empty();
            }
            OptionalInt id = vocabulary.idOf(token.get());
            if (id.isEmpty()) {
                throw new TokenizerException("The token '" + token.get() + "', which " + role + " a sequence, is not among the"
                        + " added tokens of " + file + "; use files of one model together.");
            }
            return id;
        }

        /** What the file says about truncation and padding is for training; a count must see the whole text and nothing else. */
        private static long create(TokenizersLibrary library, Path file, byte[] json) {
            try {
                long handle = library.createTokenizerFromString(new String(json, StandardCharsets.UTF_8));
                library.disableTruncation(handle);
                library.disablePadding(handle);
                return handle;
            } catch (RuntimeException e) {
                throw new TokenizerException(
                        "The file " + file + " describes no tokenizer that the native library knows: " + e.getMessage()
                                + "; use a newer ai.djl.huggingface:tokenizers or the model's own file.",
                        e);
            }
        }
    }
}
