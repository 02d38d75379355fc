package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.python.PythonText;

/**
 * ROUGE: how much of the reference a prediction recalls, for summaries and free answers. Immutable and thread-safe.
 *
 * <pre>{@code
 * double f = Rouge.ofOrder(1).score("the cat sat", "the cat sat on the mat").f();      // 2/3
 * }</pre>
 *
 * <p>Words are runs of {@code a-z} and {@code 0-9} after lower-casing, so text in other scripts has none; a text without words
 * scores zero, even against itself. There is no stemmer, as in TruthfulQA of lm-evaluation-harness 0.4.13.
 *
 * <p>Source: C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", ACL workshop 2004; values are those of the
 * Python package {@code rouge_score} 0.1.2 with {@code use_stemmer=False}.
 */
public final class Rouge {

    private static final String LONGEST = "rougeL";
    private static final String SUMMARY = "rougeLsum";

    private final String name;
    private final Comparison comparison;

    private Rouge(String name, Comparison comparison) {
        this.name = name;
        this.comparison = comparison;
    }

    /** Returns {@code rouge1}, {@code rouge2} and so on: shared n-grams of {@code order} words. */
    public static Rouge ofOrder(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("ROUGE cannot compare n-grams of " + order + " words, give 1 or more.");
        }
        return new Rouge("rouge" + order, (prediction, reference) -> sharedNGrams(prediction, reference, order));
    }

    /** Returns {@code rougeL}: the longest sequence of words that both texts share in order, with gaps allowed. */
    public static Rouge ofLongestSubsequence() {
        return new Rouge(LONGEST, Rouge::sharedSubsequence);
    }

    /**
     * Returns {@code rougeLsum}: {@code rougeL} of summaries whose sentences stand on lines of their own. Each sentence of the
     * reference counts the words that lie on a longest common subsequence with any sentence of the prediction, and no word of
     * either side counts twice.
     */
    public static Rouge ofSummary() {
        return new Rouge(SUMMARY, SummarySubsequences::score);
    }

    /** Returns how much {@code prediction} and {@code reference} share. */
    public RougeScore score(String prediction, String reference) {
        return comparison.score(prediction, reference);
    }

    /** Returns the score with the highest F of all references, of equals the first. */
    public RougeScore best(TextPair pair) {
        RougeScore best = RougeScore.ZERO;
        for (String reference : pair.references()) {
            RougeScore score = score(pair.prediction(), reference);
            best = score.f() > best.f() ? score : best;
        }
        return best;
    }

    /** Returns the words of a text. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String lower = PythonText.lower(text);
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !isWordCharacter(lower.charAt(i))) {
                if (i > start) {
                    words.add(lower.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static RougeScore sharedNGrams(String prediction, String reference, int order) {
        SharedNGrams ngrams = SharedNGrams.ofWords(List.of(words(prediction), words(reference)));
        for (int i = 0; i < order; i++) {
            ngrams.advance();
        }
        return RougeScore.of(ngrams.shared(1), ngrams.count(0), ngrams.count(1));
    }

    private static RougeScore sharedSubsequence(String prediction, String reference) {
        int[][] words = WordNumbers.of(List.of(words(prediction), words(reference)));
        int shared = new LongestCommonSubsequence(words[1], words[0]).length();
        return RougeScore.of(shared, words[0].length, words[1].length);
    }

    /** Returns the name under which the reference knows it, such as {@code rougeL}. */
    @Override
    public String toString() {
        return name;
    }

    @FunctionalInterface
    private interface Comparison {
        RougeScore score(String prediction, String reference);
    }
}
