package network.pokt.mlqos.token;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A tokenizer from a {@code tokenizer.json}, with exactly the ids of Hugging Face's {@code tokenizers} library. That
 * library does the work as native code, or code of our own where it is shown to give the same (see {@link #isFast}).
 *
 * <pre>{@code
 * try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(Path.of("models/phi-2"))) {
 *     long tokens = tokenizer.count("How many tokens are this?");
 * }
 * }</pre>
 *
 * <p>It needs the optional artifact {@code ai.djl.huggingface:tokenizers}, on Linux with glibc 2.34 or later, macOS on
 * ARM or Windows on x86-64. Truncation and padding that the file asks for are switched off, nothing is downloaded and
 * nobody is called. The native library, 15 MB, is unpacked once per JVM into a temporary folder and removed again,
 * unless {@link Builder#nativeFolder} or DJL's own settings name a folder to keep it in.
 *
 * <p>Thread-safe; threads do not wait for each other. The native way takes about a microsecond per token, the quick one a
 * twentieth of that. It holds memory
 * outside the heap (tens of megabytes) until it is closed.
 */
public final class HuggingFaceTokenizer implements Tokenizer, AutoCloseable {

    private final NativeTokenizer exact;
    private final FastPath fast;
    private final Vocabulary vocabulary;
    private final OptionalInt bosId;
    private final OptionalInt eosId;
    private final TokenizerFingerprint content;

    private HuggingFaceTokenizer(
            NativeTokenizer exact,
            FastPath fast,
            TokenizerFile file,
            OptionalInt bosId,
            OptionalInt eosId,
            TokenizerFingerprint content) {
        this.exact = exact;
        this.fast = fast;
        this.vocabulary = new Vocabulary(file);
        this.bosId = bosId;
        this.eosId = eosId;
        this.content = content;
    }

    /**
     * Loads a tokenizer from a folder with {@code tokenizer.json} and, for the tokens that begin and end a sequence,
     * {@code tokenizer_config.json} or {@code special_tokens_map.json}; or from a {@code tokenizer.json} alone, which
     * does not say what those tokens are.
     *
     * @throws TokenizerException if the library is not there, does not run here, or does not take the file
     */
    public static HuggingFaceTokenizer load(Path fileOrFolder) {
        return builder(fileOrFolder).load();
    }

    /** Begins a tokenizer from what {@link #load} takes. */
    public static Builder builder(Path fileOrFolder) {
        return new Builder(() -> TokenizerSource.of(fileOrFolder));
    }

    /**
     * Begins a tokenizer from the bytes of a {@code tokenizer.json} that somebody served who is not trusted. It is refused
     * if it is larger than 64 MiB, nested deeply, or asks for steps that are not usual: patterns of its
     * own, tables of characters (Unigram models with a {@code Precompiled} normalizer), chance.
     */
    public static Builder fromNode(byte[] tokenizerJson) {
        byte[] copy = tokenizerJson.clone();
        return new Builder(() -> new TokenizerSource("a node", copy, ModelTokens.NONE, false));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the tokenizer is closed
     */
    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        return fast.encode(text, addSpecialTokens);
    }

    /**
     * Returns the tokens of {@code text} with their places in it. It is always the native library that does it.
     *
     * @throws IllegalStateException if the tokenizer is closed
     */
    public Encoding encodeWithOffsets(String text, boolean addSpecialTokens) {
        return exact.encodeWithOffsets(text, addSpecialTokens);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the tokenizer is closed
     */
    @Override
    public long count(String text) {
        return fast.count(text);
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
        return exact.decode(wide);
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

    /**
     * Returns whether texts take the quick way: byte-pair encoding in Java, some 20 times as fast. It is taken for
     * byte-level tokenizers of the usual kinds if it gives the native library's ids on a varied sample, and until it does
     * not on one of the texts that are checked later.
     */
    public boolean isFast() {
        return fast.isUsed();
    }

    /** Returns the hash of what the tokenizer is, its special tokens and chat template included. */
    @Override
    public String fingerprint() {
        return content.value();
    }

    /** Returns the hashes of its parts, to see in what two tokenizers differ. */
    public TokenizerFingerprint content() {
        return content;
    }

    /** Frees the memory outside the heap, after calls under way have ended; calling it again has no effect. */
    @Override
    public void close() {
        exact.close();
    }

    /** Says how a tokenizer is loaded. Not thread-safe. */
    public static final class Builder {

        private final Supplier<TokenizerSource> source;
        private ModelTokens given = ModelTokens.NONE;
        private Optional<Path> nativeFolder = Optional.empty();
        private boolean exactOnly;

        private Builder(Supplier<TokenizerSource> source) {
            this.source = source;
        }

        /** Names the token that begins a sequence, instead of what the files say. */
        public Builder bosToken(String token) {
            given = given.withBos(token);
            return this;
        }

        /** Names the token that ends a sequence, instead of what the files say. */
        public Builder eosToken(String token) {
            given = given.withEos(token);
            return this;
        }

        /** Sends every text to the native library, even where the quick way is known to give its ids. */
        public Builder exactOnly() {
            exactOnly = true;
            return this;
        }

        /**
         * Names a folder that the native library is unpacked into and kept; it counts for the first tokenizer of a JVM
         * only.
         */
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
            TokenizerSource from = source.get();
            TokenizerFile file = from.parsed();
            ModelTokens special = given.or(from.special());
            OptionalInt bosId = id(from, file, "begins", special.bos());
            OptionalInt eosId = id(from, file, "ends", special.eos());
            NativeTokenizer exact = create(DjlNatives.load(nativeFolder), from);
            try {
                FastPath fast = exactOnly ? FastPath.none(exact) : FastPath.proven(file, exact);
                TokenizerFingerprint content = TokenizerFingerprint.of(file, special);
                return new HuggingFaceTokenizer(exact, fast, file, bosId, eosId, content);
            } catch (RuntimeException e) {
                exact.close();
                throw e;
            }
        }

        private static OptionalInt id(TokenizerSource from, TokenizerFile file, String role, Optional<String> token) {
            if (token.isEmpty()) {
                return OptionalInt.empty();
            }
            OptionalInt id = file.addedId(token.get());
            if (id.isEmpty()) {
                throw new TokenizerException(
                        "The token '" + token.get() + "', which " + role + " a sequence, is not among the"
                                + " added tokens of " + from.name() + "; use files of one model together.");
            }
            return id;
        }

        private static NativeTokenizer create(TokenizersLibrary library, TokenizerSource from) {
            try {
                return NativeTokenizer.create(library, from.text());
            } catch (RuntimeException e) {
                throw new TokenizerException(
                        "The file " + from.name() + " describes no tokenizer that the native library knows: "
                                + e.getMessage()
                                + "; use a newer ai.djl.huggingface:tokenizers or the model's own file.",
                        e);
            }
        }
    }
}
