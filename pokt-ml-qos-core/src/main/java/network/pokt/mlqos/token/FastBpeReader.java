package network.pokt.mlqos.token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes a {@link FastBpe} of a {@code tokenizer.json} if all that it asks for is understood: byte-level models with the
 * words of GPT-2, GPT-4 or GPT-4o, as they are or in Unicode's composed form, and SentencePiece models with byte fallback
 * whose tokens do not cross words.
 */
final class FastBpeReader {

    /** The options of a model that are looked at; with any other the model is not understood. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "type",
            "dropout",
            "unk_token",
            "continuing_subword_prefix",
            "end_of_word_suffix",
            "fuse_unk",
            "byte_fallback",
            "ignore_merges");

    private final TokenizerFile file;

    private FastBpeReader(TokenizerFile file) {
        this.file = file;
    }

    /** Returns the tokenizer, or nothing if the file asks for what is not understood here. */
    static Optional<FastBpe> read(TokenizerFile file) {
        return new FastBpeReader(file).read();
    }

    /** Returns whether words are cut here by hand as a regular expression does. */
    static boolean knowsPattern(String pattern) {
        return patterns().containsKey(pattern);
    }

    private Optional<FastBpe> read() {
        Optional<Normalization> normalization = Normalization.of(file.part("normalizer"));
        if (normalization.isEmpty() || !isPlainBpe() || !hasPlainTokens()) {
            return Optional.empty();
        }
        boolean spaced = normalization.get() instanceof SpaceBlocks;
        Optional<? extends Symbols> symbols = spaced ? CharacterSymbols.of(file.ids) : ByteSymbols.of(file.ids);
        Optional<Pretokenizer> words = spaced ? spacedWords() : words(file.part("pre_tokenizer"));
        Optional<PairRanks> ranks = ranks();
        if (symbols.isEmpty() || words.isEmpty() || ranks.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> unmerged =
                file.option("ignore_merges").asBoolean(false) ? unmerged(symbols.get(), ranks.get()) : Map.of();
        return Optional.of(new FastBpe(
                rawTokens(),
                normalizedTokens(normalization.get()),
                normalization.get(),
                words.get(),
                symbols.get(),
                ranks.get(),
                unmerged));
    }

    /** A SentencePiece model may be cut into words if no merge crosses them, and if it has a token for every byte. */
    private Optional<Pretokenizer> spacedWords() {
        boolean whole = file.part("pre_tokenizer").isNull()
                && file.option("byte_fallback").asBoolean(false)
                && !file.option("ignore_merges").asBoolean(false);
        for (int i = 0; whole && i < file.merges.size(); i += 2) {
            whole = SpacedWords.fits(file.merges.get(i) + file.merges.get(i + 1));
        }
        return whole ? Optional.of(new SpacedWords()) : Optional.empty();
    }

    private boolean isPlainBpe() {
        return file.modelType().equals("BPE")
                && !file.merges.isEmpty()
                && UNDERSTOOD.containsAll(file.modelOptions.keySet())
                && file.option("dropout").asDouble(0) == 0
                && file.option("continuing_subword_prefix").asString("").isEmpty()
                && file.option("end_of_word_suffix").asString("").isEmpty();
    }

    private boolean hasPlainTokens() {
        Set<String> contents = new HashSet<>();
        for (AddedToken token : file.added) {
            if (token.singleWord() || token.content().isEmpty() || !contents.add(token.content())) {
                return false;
            }
            // Stripped space could belong to a token that begins or ends with space.
            if ((token.lstrip() || token.rstrip()) && hasSpacedTokens()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSpacedTokens() {
        return file.added.stream()
                .anyMatch(token -> !token.content().equals(token.content().strip()));
    }

    private AddedTokens rawTokens() {
        return new AddedTokens(
                file.added.stream().filter(token -> !token.normalized()).toList());
    }

    /** Tokens that are looked for in normalized text are normalized themselves. */
    private AddedTokens normalizedTokens(Normalization normalization) {
        return new AddedTokens(file.added.stream()
                .filter(AddedToken::normalized)
                .map(token -> {
                    char[] content = token.content().toCharArray();
                    return token.withContent(new String(normalization.normalized(content, 0, content.length)));
                })
                .toList());
    }

    private Optional<PairRanks> ranks() {
        List<String> merges = file.merges;
        PairRanks ranks = new PairRanks(merges.size() / 2);
        for (int i = 0; i < merges.size(); i += 2) {
            Integer left = file.ids.get(merges.get(i));
            Integer right = file.ids.get(merges.get(i + 1));
            Integer both = file.ids.get(merges.get(i) + merges.get(i + 1));
            if (left == null || right == null || both == null) {
                return Optional.empty();
            }
            ranks.put(left, right, i / 2, both);
        }
        return Optional.of(ranks);
    }

    /**
     * Where a model ignores merges for words that are tokens, only those words matter whose merges lead elsewhere; they
     * are few or none.
     */
    private Map<String, Integer> unmerged(Symbols symbols, PairRanks ranks) {
        Map<String, Integer> unmerged = new HashMap<>();
        Merger merger = new Merger(ranks);
        BytesOfTokens bytes = new BytesOfTokens();
        for (int id = 0; id < file.tokens.size(); id++) {
            String token = file.tokens.get(id);
            Optional<String> text = token == null ? Optional.empty() : bytes.text(token);
            if (text.isPresent() && !text.get().isEmpty()) {
                char[] chars = text.get().toCharArray();
                int[] room = merger.room(symbols.most(chars.length));
                int count = merger.merge(symbols.write(chars, 0, chars.length, room));
                if (count != 1 || merger.symbols[0] != id) {
                    unmerged.put(text.get(), id);
                }
            }
        }
        return unmerged;
    }

    /** Returns how the file cuts words, if it is one of the known ways. */
    private static Optional<Pretokenizer> words(JsonNode preTokenizer) {
        String type = preTokenizer.path("type").asString("");
        JsonNode steps = preTokenizer.path("pretokenizers");
        if (type.equals("Sequence")) {
            if (steps.size() == 1) {
                return words(steps.path(0));
            }
            if (steps.size() == 2 && isBytesOnly(steps.path(1))) {
                return split(steps.path(0));
            }
            return Optional.empty();
        }
        boolean gpt2 = type.equals("ByteLevel")
                && !preTokenizer.path("add_prefix_space").asBoolean(true)
                && preTokenizer.path("use_regex").asBoolean(true);
        return gpt2 ? Optional.of(new Gpt2Words()) : Optional.empty();
    }

    private static boolean isBytesOnly(JsonNode step) {
        return step.path("type").asString("").equals("ByteLevel")
                && !step.path("add_prefix_space").asBoolean(true)
                && !step.path("use_regex").asBoolean(true);
    }

    private static Optional<Pretokenizer> split(JsonNode step) {
        boolean isolated = step.path("type").asString("").equals("Split")
                && step.path("behavior").asString("").equals("Isolated")
                && !step.path("invert").asBoolean(false);
        if (!isolated) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                patterns().get(step.path("pattern").path("Regex").asString("")));
    }

    private static Map<String, Pretokenizer> patterns() {
        return Map.of(
                Gpt2Words.PATTERN,
                new Gpt2Words(),
                Gpt4Words.UP_TO_3_DIGITS,
                new Gpt4Words(3),
                Gpt4Words.SINGLE_DIGITS,
                new Gpt4Words(1),
                CasedWords.GPT_4O,
                new CasedWords(true, 3),
                CasedWords.MISTRAL,
                new CasedWords(false, 1));
    }
}
