package network.pokt.mlqos.token;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Refuses a {@code tokenizer.json} of unknown origin that asks for more than the usual steps: regular expressions that
 * may run for ever, tables that native code reads without checks, chance, or sizes that no model has.
 */
final class TokenizerScreen {

    /** A regular expression of its own is refused; these are those of published models, which take linear time. */
    private static final Set<String> OTHER_PATTERNS = Set.of(
            "\\s+",
            " {2,}",
            "[0-9][0-9][0-9]",
            "\\p{N}{1,3}",
            "[一-龥぀-ゟ゠-ヿ]+",
            "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+");

    private static final Map<String, Set<String>> STEPS = Map.of(
            "normalizer",
            Set.of(
                    "Sequence",
                    "NFC",
                    "NFD",
                    "NFKC",
                    "NFKD",
                    "Lowercase",
                    "StripAccents",
                    "Strip",
                    "Prepend",
                    "Replace",
                    "BertNormalizer"),
            "pre_tokenizer",
            Set.of(
                    "Sequence",
                    "ByteLevel",
                    "Whitespace",
                    "WhitespaceSplit",
                    "BertPreTokenizer",
                    "Metaspace",
                    "Digits",
                    "Punctuation",
                    "Split"),
            "post_processor",
            Set.of("Sequence", "ByteLevel", "TemplateProcessing", "BertProcessing", "RobertaProcessing"),
            "decoder",
            Set.of(
                    "Sequence",
                    "ByteLevel",
                    "WordPiece",
                    "BPEDecoder",
                    "Metaspace",
                    "ByteFallback",
                    "Fuse",
                    "Strip",
                    "Replace"));

    private static final Set<String> PARTS =
            Set.of("version", "truncation", "padding", "normalizer", "pre_tokenizer", "post_processor", "decoder");

    private static final Set<String> MODELS = Set.of("BPE", "WordPiece", "WordLevel", "Unigram");

    /** Real lists of steps have up to 6. */
    private static final int MOST_STEPS = 16;

    /** Phi-2's longest added token is 31 spaces, a vocabulary's longest 512 bytes. */
    private static final int LONGEST_TOKEN = 1024;

    /** Gemma adds 6,400 tokens. */
    private static final int MOST_ADDED = 1 << 16;

    /** What replaces a match: longer ones make a text explode. */
    private static final int LONGEST_REPLACEMENT = 8;

    private final TokenizerFile file;
    private final String name;

    private TokenizerScreen(TokenizerFile file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Checks a file.
     *
     * @throws TokenizerException naming the first thing that is refused
     */
    static void check(TokenizerFile file, String name) {
        new TokenizerScreen(file, name).check();
    }

    private void check() {
        for (Map.Entry<String, JsonNode> part : file.parts.entrySet()) {
            refuseUnless(PARTS.contains(part.getKey()), "a part '" + part.getKey() + "'");
            Set<String> steps = STEPS.get(part.getKey());
            if (steps != null && !part.getValue().isNull()) {
                checkStep(part.getValue(), steps, part.getKey());
            }
        }
        checkModel();
        refuseUnless(file.added.size() <= MOST_ADDED, file.added.size() + " added tokens");
        for (AddedToken token : file.added) {
            boolean usual = !token.content().isEmpty() && token.content().length() <= LONGEST_TOKEN;
            refuseUnless(usual, "an added token of " + token.content().length() + " characters");
        }
    }

    private void checkModel() {
        String type = file.modelType();
        refuseUnless(MODELS.contains(type), "a model of type '" + type + "'");
        refuseUnless(!file.tokens.isEmpty(), "an empty vocabulary");
        refuseUnless(file.option("dropout").asDouble(0) == 0, "dropout");
        for (String token : file.tokens) {
            int length = token == null ? 0 : token.length();
            refuseUnless(length <= LONGEST_TOKEN, "a token of " + length + " characters");
        }
        if (type.equals("Unigram")) {
            int unknown = file.option("unk_id").asInt(0);
            refuseUnless(unknown >= 0 && unknown < file.tokens.size(), "the unknown id " + unknown);
        } else {
            JsonNode unknown = file.option("unk_token");
            refuseUnless(
                    !unknown.isString() || file.ids.containsKey(unknown.asString()),
                    "an unknown token that is not in its vocabulary");
        }
        for (int i = 0; i < file.merges.size(); i++) {
            refuseUnless(file.ids.containsKey(file.merges.get(i)), "a merge of what is not in its vocabulary");
        }
    }

    private void checkStep(JsonNode step, Set<String> known, String part) {
        String type = step.path("type").asString("");
        refuseUnless(known.contains(type), "a " + part + " of type '" + type + "'");
        JsonNode pattern = step.path("pattern");
        refuseUnless(pattern.path("Regex").isMissingNode() || isKnown(pattern.path("Regex")), "a pattern of its own");
        if (type.equals("Replace") || type.equals("Prepend")) {
            int length = step.path("content").asString("").length()
                    + step.path("prepend").asString("").length();
            refuseUnless(length <= LONGEST_REPLACEMENT, "a replacement of " + length + " characters");
        }
        if (type.equals("Sequence")) {
            for (String list : Set.of("normalizers", "pretokenizers", "processors", "decoders")) {
                refuseUnless(
                        step.path(list).size() <= MOST_STEPS, step.path(list).size() + " steps");
                step.path(list).forEach(inner -> checkStep(inner, known, part));
            }
        }
    }

    private static boolean isKnown(JsonNode pattern) {
        return OTHER_PATTERNS.contains(pattern.asString("")) || FastBpeReader.knowsPattern(pattern.asString(""));
    }

    private void refuseUnless(boolean usual, String found) {
        if (!usual) {
            throw new TokenizerException("The tokenizer of " + name + " has " + found
                    + ", which is not taken from a node; load it from a file that you trust.");
        }
    }
}
