package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.python.PythonText;

/**
 * chrF and chrF++ of a corpus, 0 to 100: how well n-grams of characters, and of words for chrF++, agree. Immutable and
 * thread-safe.
 *
 * <p>Precision and recall are averaged over the orders and combined to an F score in which recall counts {@code beta} squared
 * times as much. Of several references each sentence counts the one that it agrees with best, of equals the first.
 *
 * <p>Source: M. Popović, "chrF: character n-gram F-score for automatic MT evaluation", WMT 2015, and "chrF++: words helping
 * character n-grams", WMT 2017; values are those of sacrebleu 2.6.0, which are also {@code chrf} and {@code chrf++} of
 * lm-evaluation-harness 0.4.13. Two of its ways are kept: n-grams of the prediction count only in orders in which the reference
 * has any, and punctuation comes off a word at one end only, the last character first.
 */
public final class Chrf implements CorpusMetric {

    /** What an order without n-grams counts under epsilon smoothing, as in chrF++.py, Moses and NLTK. */
    private static final double EPSILON = 1e-16;

    private static final int PER_ORDER = 3;
    private static final Chrf CHRF = builder().build();
    private static final Chrf CHRF_PLUS_PLUS = builder().wordOrder(2).build();

    private final int characterOrder;
    private final int wordOrder;
    private final double beta;
    private final boolean lowercase;
    private final boolean whitespace;
    private final boolean epsilonSmoothing;

    private Chrf(Builder builder) {
        this.characterOrder = builder.characterOrder;
        this.wordOrder = builder.wordOrder;
        this.beta = builder.beta;
        this.lowercase = builder.lowercase;
        this.whitespace = builder.whitespace;
        this.epsilonSmoothing = builder.epsilonSmoothing;
        if (characterOrder + wordOrder == 0) {
            throw new IllegalArgumentException(
                    "A chrF with character order 0 and word order 0 compares nothing, give one of them 1 or more.");
        }
    }

    /** Returns chrF: characters up to order 6, no words, beta 2, white space left out. */
    public static Chrf standard() {
        return CHRF;
    }

    /** Returns chrF++: chrF with words up to order 2. */
    public static Chrf plusPlus() {
        return CHRF_PLUS_PLUS;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** For each order, characters first: n-grams of the prediction, of the reference, and those that agree. */
    @Override
    public int width() {
        return PER_ORDER * (characterOrder + wordOrder);
    }

    @Override
    public double[] statistics(TextPair pair) {
        List<String> texts = new ArrayList<>();
        texts.add(prepared(pair.prediction()));
        pair.references().forEach(reference -> texts.add(prepared(reference)));
        double[][] rows = new double[texts.size() - 1][width()];
        int[][] characters = texts.stream().map(this::characters).toArray(int[][]::new);
        fill(rows, 0, characterOrder, new SharedNGrams(characters));
        List<List<String>> words = texts.stream().map(ChrfWords::of).toList();
        fill(rows, characterOrder, wordOrder, SharedNGrams.ofWords(words));
        return best(rows);
    }

    private static void fill(double[][] rows, int firstOrder, int orders, SharedNGrams ngrams) {
        for (int order = firstOrder; order < firstOrder + orders; order++) {
            ngrams.advance();
            for (int i = 0; i < rows.length; i++) {
                int reference = i + 1;
                int inReference = ngrams.count(reference);
                rows[i][PER_ORDER * order] = inReference > 0 ? ngrams.count(0) : 0;
                rows[i][PER_ORDER * order + 1] = inReference;
                rows[i][PER_ORDER * order + 2] = ngrams.shared(reference);
            }
        }
    }

    private double[] best(double[][] rows) {
        double[] best = rows[0];
        for (double[] row : rows) {
            if (score(row) > score(best)) {
                best = row;
            }
        }
        return best;
    }

    @Override
    public double score(double[] sums) {
        return epsilonSmoothing ? meanOfScores(sums) : scoreOfMeans(sums);
    }

    /** Averages precision and recall over the orders that both sides have. */
    private double scoreOfMeans(double[] sums) {
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int i = 0; i < sums.length; i += PER_ORDER) {
            if (sums[i] > 0 && sums[i + 1] > 0) {
                precision += sums[i + 2] / sums[i];
                recall += sums[i + 2] / sums[i + 1];
                orders++;
            }
        }
        return precision + recall > 0 ? 100 * combined(precision / orders, recall / orders) : 0;
    }

    /** Averages the F scores of all orders. */
    private double meanOfScores(double[] sums) {
        double scores = 0;
        for (int i = 0; i < sums.length; i += PER_ORDER) {
            double precision = sums[i] > 0 ? sums[i + 2] / sums[i] : EPSILON;
            double recall = sums[i + 1] > 0 ? sums[i + 2] / sums[i + 1] : EPSILON;
            scores += precision + recall > 0 ? combined(precision, recall) : EPSILON;
        }
        return 100 * scores / (characterOrder + wordOrder);
    }

    private double combined(double precision, double recall) {
        double weight = beta * beta;
        return (1 + weight) * precision * recall / (weight * precision + recall);
    }

    private String prepared(String text) {
        return lowercase ? PythonText.lower(text) : text;
    }

    private int[] characters(String text) {
        return text.codePoints()
                .filter(point -> whitespace || !PythonText.isSpace(point))
                .toArray();
    }

    /** Returns the options as sacrebleu writes them in a signature, so that they can be part of a task's fingerprint. */
    @Override
    public String toString() {
        return "chrf|case:" + (lowercase ? "lc" : "mixed") + "|eff:" + (epsilonSmoothing ? "no" : "yes") + "|nc:"
                + characterOrder + "|nw:" + wordOrder + "|space:" + (whitespace ? "yes" : "no") + "|beta:" + beta;
    }

    /** Collects the options; what is not set is as in {@link Chrf#standard()}. Not thread-safe. */
    public static final class Builder {

        private static final int DEFAULT_CHARACTER_ORDER = 6;
        private static final double DEFAULT_BETA = 2;

        private int characterOrder = DEFAULT_CHARACTER_ORDER;
        private int wordOrder;
        private double beta = DEFAULT_BETA;
        private boolean lowercase;
        private boolean whitespace;
        private boolean epsilonSmoothing;

        private Builder() {}

        /** Sets the longest n-gram of characters, by default 6; zero for none. */
        public Builder characterOrder(int order) {
            characterOrder = checkedOrder(order);
            return this;
        }

        /** Sets the longest n-gram of words, by default 0 for none; 2 makes chrF++. */
        public Builder wordOrder(int order) {
            wordOrder = checkedOrder(order);
            return this;
        }

        /** Sets how many times recall is as important as precision, by default 2. */
        public Builder beta(double importance) {
            if (!(importance > 0) || Double.isInfinite(importance)) {
                throw new IllegalArgumentException(
                        "The beta " + importance + " does not weigh recall, give a positive number.");
            }
            beta = importance;
            return this;
        }

        /** Ignores case. */
        public Builder lowercase(boolean ignoreCase) {
            lowercase = ignoreCase;
            return this;
        }

        /** Counts white space among the characters. */
        public Builder whitespace(boolean counts) {
            whitespace = counts;
            return this;
        }

        /** Averages F scores over all orders, those without n-grams too, as chrF++.py, Moses and NLTK do. */
        public Builder epsilonSmoothing(boolean allOrders) {
            epsilonSmoothing = allOrders;
            return this;
        }

        public Chrf build() {
            return new Chrf(this);
        }

        private static int checkedOrder(int order) {
            if (order < 0) {
                throw new IllegalArgumentException(
                        "The longest n-gram of chrF cannot be " + order + " long, give 0 or more.");
            }
            return order;
        }
    }
}
