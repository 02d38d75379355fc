package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Translation edit rate of a corpus in per cent: insertions, deletions, substitutions and moves of runs of words, over the words
 * of the references. 0 is perfect, lower is better, and there is no upper bound. Immutable and thread-safe.
 *
 * <p>Of several references each sentence counts the fewest edits and the mean length. Edits against references without any word
 * make 100.
 *
 * <p>Source: M. Snover et al., "A Study of Translation Edit Rate with Targeted Human Annotation", AMTA 2006, and its program
 * tercom; values are those of sacrebleu 2.6.0, whose {@code corpus_ter} with its defaults is {@link #standard()} and the
 * {@code ter} of lm-evaluation-harness 0.4.13.
 */
public final class Ter implements CorpusMetric {

    private static final Ter STANDARD = builder().build();

    private final TerTokenization tokenization;

    private Ter(TerTokenization tokenization) {
        this.tokenization = tokenization;
    }

    /** Returns TER with the defaults of sacrebleu: words between white space, without case. */
    public static Ter standard() {
        return STANDARD;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Edits, and words of the references. */
    @Override
    public int width() {
        return 2;
    }

    @Override
    public double[] statistics(TextPair pair) {
        List<List<String>> texts = new ArrayList<>();
        texts.add(tokenization.words(pair.prediction()));
        pair.references().forEach(reference -> texts.add(tokenization.referenceWords(reference)));
        int[][] words = WordNumbers.of(texts);
        int fewest = Integer.MAX_VALUE;
        double lengths = 0;
        for (int reference = 1; reference < words.length; reference++) {
            fewest = Math.min(fewest, TranslationEdits.count(words[0], words[reference]));
            lengths += words[reference].length;
        }
        return new double[] {fewest, lengths / pair.references().size()};
    }

    @Override
    public double score(double[] sums) {
        if (sums[1] > 0) {
            return 100 * sums[0] / sums[1];
        }
        return sums[0] > 0 ? 100 : 0;
    }

    /** Returns the options as sacrebleu writes them in a signature, so that they can be part of a task's fingerprint. */
    @Override
    public String toString() {
        return "ter|case:" + (tokenization.caseSensitive() ? "mixed" : "lc") + "|tok:tercom|norm:"
                + yesOrNo(tokenization.normalized()) + "|punct:" + yesOrNo(!tokenization.noPunctuation()) + "|asian:"
                + yesOrNo(tokenization.asian());
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    /** Collects the options, all off at first. Not thread-safe. */
    public static final class Builder {

        private boolean normalized;
        private boolean noPunctuation;
        private boolean asian;
        private boolean caseSensitive;

        private Builder() {}

        /** Resolves entities and sets punctuation apart. */
        public Builder normalized(boolean setApart) {
            normalized = setApart;
            return this;
        }

        /** Removes full stops, commas, colons, semicolons, question and exclamation marks, straight quotes and brackets. */
        public Builder noPunctuation(boolean remove) {
            noPunctuation = remove;
            return this;
        }

        /** Extends the other options to ideographs and Asian punctuation; nothing by itself. */
        public Builder asian(boolean extend) {
            asian = extend;
            return this;
        }

        /** Counts case. */
        public Builder caseSensitive(boolean counts) {
            caseSensitive = counts;
            return this;
        }

        public Ter build() {
            return new Ter(new TerTokenization(normalized, noPunctuation, asian, caseSensitive));
        }
    }
}
