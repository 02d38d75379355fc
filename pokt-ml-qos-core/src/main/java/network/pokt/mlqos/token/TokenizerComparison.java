package network.pokt.mlqos.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says in words what differs between two tokenizers. */
public final class TokenizerComparison {

    /** So many examples of a difference are named. */
    private static final int EXAMPLES = 3;

    private final TokenizerFile first;
    private final TokenizerFile second;

    private TokenizerComparison(TokenizerFile first, TokenizerFile second) {
        this.first = first;
        this.second = second;
    }

    /**
     * A difference between two tokenizers.
     *
     * @param part what differs
     * @param description in which way, in one sentence
     */
    public record Difference(TokenizerPart part, String description) {}

    /**
     * Compares two folders with {@code tokenizer.json} and the files beside it, or two such files.
     *
     * @return the differences, one for each part that differs; none if both give equal ids for every text
     * @throws TokenizerException if one of them cannot be read
     */
    public static List<Difference> between(Path first, Path second) {
        return between(TokenizerSource.of(first), TokenizerSource.of(second));
    }

    /**
     * Compares the bytes of two {@code tokenizer.json}, each from somewhere that is not trusted. Nothing of them is run.
     *
     * @throws TokenizerException if one of them cannot be read or is refused
     */
    public static List<Difference> between(byte[] first, byte[] second) {
        return between(
                new TokenizerSource("the first node", first, ModelTokens.NONE, false),
                new TokenizerSource("the second node", second, ModelTokens.NONE, false));
    }

    private static List<Difference> between(TokenizerSource first, TokenizerSource second) {
        TokenizerFile a = first.parsed();
        TokenizerFile b = second.parsed();
        TokenizerFingerprint one = TokenizerFingerprint.of(a, first.special());
        TokenizerFingerprint other = TokenizerFingerprint.of(b, second.special());
        TokenizerComparison comparison = new TokenizerComparison(a, b);
        return one.differencesFrom(other).stream()
                .map(part -> new Difference(part, comparison.describe(part, first.special(), second.special())))
                .toList();
    }

    private String describe(TokenizerPart part, ModelTokens one, ModelTokens other) {
        return switch (part) {
            case VOCABULARY -> vocabulary();
            case MERGES -> merges();
            case ADDED_TOKENS -> added();
            case NORMALIZER -> steps("normalizer");
            case PRE_TOKENIZER -> steps("pre_tokenizer");
            case POST_PROCESSOR -> steps("post_processor");
            case DECODER -> steps("decoder");
            case MODEL ->
                "The model is " + TokenizerFingerprint.model(first) + " and " + TokenizerFingerprint.model(second)
                        + ".";
            case SPECIAL_TOKENS -> "The special tokens are " + one.named() + " and " + other.named() + ".";
            case CHAT_TEMPLATE -> "The chat templates have " + length(one) + " and " + length(other) + " characters.";
        };
    }

    private static int length(ModelTokens tokens) {
        return tokens.chatTemplate().orElse("").length();
    }

    private String vocabulary() {
        if (!first.scores.isEmpty() || !second.scores.isEmpty()) {
            return "The vocabularies have " + first.tokens.size() + " and " + second.tokens.size()
                    + " pieces, or other scores for them.";
        }
        Set<String> onlyFirst = new TreeSet<>(first.ids.keySet());
        onlyFirst.removeAll(second.ids.keySet());
        Set<String> onlySecond = new TreeSet<>(second.ids.keySet());
        onlySecond.removeAll(first.ids.keySet());
        long moved = first.ids.entrySet().stream()
                .filter(entry -> hasOtherId(entry, second.ids.get(entry.getKey())))
                .count();
        return onlyFirst.size() + " tokens are only in the first" + examples(onlyFirst) + ", " + onlySecond.size()
                + " only in the second" + examples(onlySecond) + ", and " + moved + " have another id.";
    }

    private static boolean hasOtherId(Map.Entry<String, Integer> entry, @Nullable Integer id) {
        return id != null && !id.equals(entry.getValue());
    }

    private String merges() {
        int common = Math.min(first.merges.size(), second.merges.size());
        int at = 0;
        while (at < common && first.merges.get(at).equals(second.merges.get(at))) {
            at++;
        }
        return "There are " + first.merges.size() / 2 + " and " + second.merges.size() / 2
                + " merges, equal up to number " + at / 2 + ".";
    }

    private String added() {
        List<String> onlyFirst = new ArrayList<>();
        first.added.stream().filter(token -> !second.added.contains(token)).forEach(t -> onlyFirst.add(t.content()));
        List<String> onlySecond = new ArrayList<>();
        second.added.stream().filter(token -> !first.added.contains(token)).forEach(t -> onlySecond.add(t.content()));
        return onlyFirst.size() + " added tokens of the first are not so in the second" + examples(onlyFirst) + ", and "
                + onlySecond.size() + " of the second not in the first" + examples(onlySecond) + ".";
    }

    private String steps(String name) {
        String one = CanonicalJson.of(CanonicalSteps.of(first.part(name)));
        String other = CanonicalJson.of(CanonicalSteps.of(second.part(name)));
        return "The " + name + " is " + one + " and " + other + ".";
    }

    private static String examples(Iterable<String> tokens) {
        List<String> shown = new ArrayList<>();
        for (String token : tokens) {
            if (shown.size() == EXAMPLES) {
                break;
            }
            shown.add("'" + token + "'");
        }
        return shown.isEmpty() ? "" : " (" + String.join(", ", shown) + ")";
    }
}
