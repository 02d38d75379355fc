package network.pokt.mlqos.token;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hash of what a tokenizer is, part by part: two tokenizers with equal fingerprints give equal ids for every text.
 *
 * <p>It is taken over parsed content, so that the formatting of the JSON, the order of its names and the version of
 * {@code tokenizers} that wrote it do not matter; docs/tokens.md has the definition. Truncation and padding are no part of
 * it. Immutable.
 */
public final class TokenizerFingerprint {

    /** Goes into every hash; another definition will have another one. */
    private static final String DEFINITION = "pokt-ml-qos tokenizer 1";

    /** Options of models with the defaults that older files leave out. */
    private static final Map<String, Object> MODEL_DEFAULTS =
            Map.of("fuse_unk", false, "byte_fallback", false, "ignore_merges", false);

    private final Map<TokenizerPart, String> parts;

    private TokenizerFingerprint(Map<TokenizerPart, String> parts) {
        this.parts = parts;
    }

    /**
     * Returns the fingerprint of a {@code tokenizer.json}, or of a folder with one and the files beside it; the native
     * library is not needed.
     *
     * @throws TokenizerException if it cannot be read
     */
    public static TokenizerFingerprint of(Path fileOrFolder) {
        TokenizerSource source = TokenizerSource.of(fileOrFolder);
        return of(source.parsed(), source.special());
    }

    /**
     * Returns the fingerprint of the bytes of a {@code tokenizer.json} from somewhere that is not trusted.
     *
     * @throws TokenizerException if it cannot be read or is refused
     */
    public static TokenizerFingerprint of(byte[] tokenizerJson) {
        TokenizerSource source = new TokenizerSource("a node", tokenizerJson, ModelTokens.NONE, false);
        return of(source.parsed(), source.special());
    }

    static TokenizerFingerprint of(TokenizerFile file, ModelTokens special) {
        Map<TokenizerPart, String> parts = new EnumMap<>(TokenizerPart.class);
        parts.put(TokenizerPart.VOCABULARY, vocabulary(file));
        Digest merges = begin(TokenizerPart.MERGES);
        file.merges.forEach(merges::add);
        parts.put(TokenizerPart.MERGES, merges.hex());
        parts.put(TokenizerPart.ADDED_TOKENS, added(file));
        step(parts, TokenizerPart.NORMALIZER, file.part("normalizer"));
        step(parts, TokenizerPart.PRE_TOKENIZER, file.part("pre_tokenizer"));
        step(parts, TokenizerPart.POST_PROCESSOR, file.part("post_processor"));
        step(parts, TokenizerPart.DECODER, file.part("decoder"));
        parts.put(TokenizerPart.MODEL, text(TokenizerPart.MODEL, CanonicalJson.of(model(file))));
        parts.put(
                TokenizerPart.SPECIAL_TOKENS,
                text(TokenizerPart.SPECIAL_TOKENS, special.named().toString()));
        parts.put(
                TokenizerPart.CHAT_TEMPLATE,
                text(TokenizerPart.CHAT_TEMPLATE, special.chatTemplate().orElse("")));
        return new TokenizerFingerprint(parts);
    }

    /** Returns the hash of all parts, in 64 hexadecimal digits. */
    public String value() {
        Digest all = new Digest().add(DEFINITION);
        parts.values().forEach(all::add);
        return all.hex();
    }

    /** Returns the hash of one part, in 64 hexadecimal digits. */
    public String value(TokenizerPart part) {
        String value = parts.get(part);
        if (value == null) {
            throw new IllegalStateException("Every fingerprint has the part " + part + ".");
        }
        return value;
    }

    /** Returns the parts in which two tokenizers differ; none if they are equal. */
    public Set<TokenizerPart> differencesFrom(TokenizerFingerprint other) {
        Set<TokenizerPart> differences = EnumSet.noneOf(TokenizerPart.class);
        parts.forEach((part, value) -> {
            if (!value.equals(other.value(part))) {
                differences.add(part);
            }
        });
        return differences;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenizerFingerprint f && parts.equals(f.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return value();
    }

    private static Digest begin(TokenizerPart part) {
        return new Digest().add(DEFINITION).add(part.name());
    }

    private static String text(TokenizerPart part, String text) {
        return begin(part).add(text).hex();
    }

    private static void step(Map<TokenizerPart, String> parts, TokenizerPart part, JsonNode step) {
        parts.put(part, text(part, CanonicalJson.of(CanonicalSteps.of(step))));
    }

    private static String vocabulary(TokenizerFile file) {
        Digest digest = begin(TokenizerPart.VOCABULARY);
        for (int id = 0; id < file.tokens.size(); id++) {
            String token = file.tokens.get(id);
            if (token != null) {
                digest.add(id).add(token);
                if (!file.scores.isEmpty()) {
                    digest.add(file.scores.get(id));
                }
            }
        }
        return digest.hex();
    }

    private static String added(TokenizerFile file) {
        Digest digest = begin(TokenizerPart.ADDED_TOKENS);
        file.added.stream()
                .sorted(Comparator.comparingInt(AddedToken::id).thenComparing(AddedToken::content))
                .forEach(token -> digest.add(token.id()).add(token.content()).add(flags(token)));
        return digest.hex();
    }

    private static int flags(AddedToken token) {
        int flags = 0;
        for (boolean flag :
                new boolean[] {token.singleWord(), token.lstrip(), token.rstrip(), token.normalized(), token.special()
                }) {
            flags = 2 * flags + (flag ? 1 : 0);
        }
        return flags;
    }

    /** The options of a model without those that say nothing: null, an empty text, or dropout of 0. */
    static JsonNode model(TokenizerFile file) {
        ObjectNode model = JsonMapper.shared().createObjectNode();
        model.put("type", file.modelType());
        file.modelOptions.forEach((name, value) -> {
            boolean silent = value.isNull()
                    || (value.isString() && value.asString().isEmpty())
                    || (name.equals("dropout") && value.asDouble(0) == 0)
                    || value.equals(JsonMapper.shared().valueToTree(MODEL_DEFAULTS.getOrDefault(name, "")));
            if (!silent && !name.equals("type")) {
                model.set(name, value);
            }
        });
        return model;
    }
}
