package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.python.PythonText;

/**
 * BLEU of a corpus, 0 to 100: the geometric mean of n-gram precisions, times a penalty for brevity. Immutable and thread-safe.
 *
 * <pre>{@code
 * double score = Bleu.standard().of(List.of(TextPair.of("The cat sat on the mat.", "The cat is on the mat.")));
 * BleuScore parts = Bleu.standard().explain(pairs);
 * }</pre>
 *
 * <p>Several references count together: an n-gram matches as often as in the reference that has most of it, and the reference
 * length is that of the nearest reference, of two equally near ones the shorter. Sentence scores need
 * {@linkplain Builder#effectiveOrder effective order}, or short sentences score zero.
 *
 * <p>Source: K. Papineni et al., "BLEU: a Method for Automatic Evaluation of Machine Translation", ACL 2002; M. Post, "A Call for
 * Clarity in Reporting BLEU Scores", WMT 2018; values are those of sacrebleu 2.6.0, whose {@code corpus_bleu} with its defaults
 * is {@link #standard()} and the {@code bleu} of lm-evaluation-harness 0.4.13. Its option {@code force} only silences a warning
 * and has no part in the score, see {@link #looksTokenized}. Tokenizers that need a model or a dictionary ({@code spm},
 * {@code flores}, {@code ja-mecab}, {@code ko-mecab}) are left to a {@link WordSplitter} of the caller.
 */
public final class Bleu implements CorpusMetric {

    /** How many predictions that end like tokenized text make sacrebleu suspicious. */
    private static final int SUSPICIOUS = 100;

    private static final Bleu STANDARD = builder().build();

    private final WordSplitter tokenization;
    private final BleuSmoothing smoothing;
    private final boolean lowercase;
    private final boolean effectiveOrder;
    private final int maxOrder;

    private Bleu(Builder builder) {
        this.tokenization = builder.tokenization;
        this.smoothing = builder.smoothing;
        this.lowercase = builder.lowercase;
        this.effectiveOrder = builder.effectiveOrder;
        this.maxOrder = builder.maxOrder;
    }

    /** Returns BLEU with the defaults of sacrebleu: tokenization 13a, exponential smoothing, cased, four orders. */
    public static Bleu standard() {
        return STANDARD;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns whether so many predictions end with a full stop apart that they were probably tokenized, which spoils scores. */
    public static boolean looksTokenized(List<String> predictions) {
        return predictions.stream()
                        .filter(text -> text.endsWith(" ."))
                        .limit(SUSPICIOUS)
                        .count()
                == SUSPICIOUS;
    }

    /** Returns the score of a corpus with its parts. */
    public BleuScore explain(List<TextPair> pairs) {
        return explain(collect(pairs).sums());
    }

    /** Returns the score of one pair with its parts. */
    public BleuScore explain(TextPair pair) {
        return explain(statistics(pair));
    }

    /** Prediction and reference length, then for each order the matches and the n-grams of the prediction. */
    @Override
    public int width() {
        return 2 + 2 * maxOrder;
    }

    @Override
    public double[] statistics(TextPair pair) {
        List<List<String>> texts = new ArrayList<>();
        texts.add(words(pair.prediction()));
        pair.references().forEach(reference -> texts.add(words(reference)));
        double[] row = new double[width()];
        row[0] = texts.get(0).size();
        row[1] = nearestLength(texts);
        SharedNGrams ngrams = SharedNGrams.ofWords(texts);
        for (int order = 1; order <= maxOrder; order++) {
            ngrams.advance();
            row[2 * order] = ngrams.sharedWithAny();
            row[2 * order + 1] = ngrams.count(0);
        }
        return row;
    }

    @Override
    public double score(double[] sums) {
        return new Parts(sums).score;
    }

    private BleuScore explain(double[] sums) {
        Parts parts = new Parts(sums);
        return new BleuScore(
                parts.score,
                Arrays.stream(parts.matches).boxed().toList(),
                Arrays.stream(parts.totals).boxed().toList(),
                Arrays.stream(parts.precisions).boxed().toList(),
                parts.brevityPenalty,
                (long) sums[0],
                (long) sums[1]);
    }

    private List<String> words(String text) {
        return tokenization.words(PythonText.stripTrailing(lowercase ? PythonText.lower(text) : text));
    }

    private static int nearestLength(List<List<String>> texts) {
        int length = texts.get(0).size();
        int nearest = texts.get(1).size();
        for (List<String> reference : texts.subList(2, texts.size())) {
            int gain = Math.abs(nearest - length) - Math.abs(reference.size() - length);
            if (gain > 0 || (gain == 0 && reference.size() < nearest)) {
                nearest = reference.size();
            }
        }
        return nearest;
    }

    /** Returns the options as sacrebleu writes them in a signature, so that they can be part of a task's fingerprint. */
    @Override
    public String toString() {
        return "bleu|case:" + (lowercase ? "lc" : "mixed") + "|eff:" + (effectiveOrder ? "yes" : "no") + "|tok:"
                + tokenization + "|smooth:" + smoothing + "|order:" + maxOrder;
    }

    /** The arithmetic of one score. */
    private final class Parts {

        final double[] matches = new double[maxOrder];
        final double[] totals = new double[maxOrder];
        final double[] precisions = new double[maxOrder];
        final double brevityPenalty;
        final double score;

        Parts(double[] sums) {
            boolean anyMatch = false;
            for (int i = 0; i < maxOrder; i++) {
                matches[i] = sums[2 * i + 2];
                totals[i] = sums[2 * i + 3];
                anyMatch |= matches[i] > 0;
            }
            brevityPenalty = brevityPenalty(sums[0], sums[1]);
            score = anyMatch ? brevityPenalty * geometricMean(smoothedOrders()) : 0;
        }

        private static double brevityPenalty(double length, double referenceLength) {
            if (length >= referenceLength) {
                return 1;
            }
            return length > 0 ? Math.exp(1 - referenceLength / length) : 0;
        }

        /** Fills in the precisions and returns over how many orders to average. */
        private int smoothedOrders() {
            double exponential = 1;
            for (int i = 0; i < maxOrder; i++) {
                if (i > 0 && smoothing.method() == BleuSmoothing.Method.ADD_K) {
                    matches[i] += smoothing.value();
                    totals[i] += smoothing.value();
                }
                if (totals[i] == 0) {
                    return effectiveOrder ? i : maxOrder;
                }
                double matched = matches[i];
                if (matched == 0 && smoothing.method() == BleuSmoothing.Method.EXPONENTIAL) {
                    exponential /= 2;
                    matched = exponential;
                } else if (matched == 0 && smoothing.method() == BleuSmoothing.Method.FLOOR) {
                    matched = smoothing.value();
                }
                precisions[i] = 100 * matched / totals[i];
            }
            return maxOrder;
        }

        private double geometricMean(int orders) {
            double logarithms = 0;
            for (int i = 0; i < orders; i++) {
                logarithms += Math.log(precisions[i]);
            }
            return Math.exp(logarithms / orders);
        }
    }

    /** Collects the options; what is not set is as in {@link Bleu#standard()}. Not thread-safe. */
    public static final class Builder {

        private static final int DEFAULT_MAX_ORDER = 4;

        private WordSplitter tokenization = BleuTokenization.MTEVAL_13A;
        private BleuSmoothing smoothing = BleuSmoothing.exponential();
        private boolean lowercase;
        private boolean effectiveOrder;
        private int maxOrder = DEFAULT_MAX_ORDER;

        private Builder() {}

        /** Sets what a word is: a {@link BleuTokenization} or any other. */
        public Builder tokenization(WordSplitter splitter) {
            tokenization = splitter;
            return this;
        }

        /** Sets what an order without a match counts. */
        public Builder smoothing(BleuSmoothing smoothingToUse) {
            smoothing = smoothingToUse;
            return this;
        }

        /** Ignores case. */
        public Builder lowercase(boolean ignoreCase) {
            lowercase = ignoreCase;
            return this;
        }

        /** Averages over no more orders than the predictions have n-grams for; for scores of single sentences. */
        public Builder effectiveOrder(boolean onlyObserved) {
            effectiveOrder = onlyObserved;
            return this;
        }

        /** Sets the longest n-gram, by default 4. */
        public Builder maxOrder(int order) {
            if (order < 1) {
                throw new IllegalArgumentException(
                        "The longest n-gram of BLEU cannot have " + order + " words, give 1 or more.");
            }
            maxOrder = order;
            return this;
        }

        public Bleu build() {
            return new Bleu(this);
        }
    }
}
