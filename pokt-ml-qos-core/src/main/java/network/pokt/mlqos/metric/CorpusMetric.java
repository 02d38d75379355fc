package network.pokt.mlqos.metric;

import java.util.List;

/**
 * A score of a whole corpus that depends on its texts only through sums: each pair contributes a row of counts, and the score is
 * a function of the added rows. Immutable and thread-safe.
 *
 * <p>So it is with {@link Bleu}, {@link Chrf} and {@link Ter}. A corpus score is not the mean of its sentence scores. Because
 * rows are all that is needed, {@link CorpusStatistics} resamples a corpus without looking at a text again.
 */
public interface CorpusMetric extends StreamingAggregation<TextPair> {

    /** Returns the length of a row. */
    int width();

    /** Returns the row of one pair, {@link #width()} values. */
    double[] statistics(TextPair pair);

    /** Returns the score of added rows; the values are counts, or means of counts, and none is negative. */
    double score(double[] sums);

    /** Returns the score of a corpus of one pair. */
    default double score(TextPair pair) {
        return score(statistics(pair));
    }

    /** Returns the score of a corpus of one pair. */
    default double score(String prediction, String... references) {
        return score(TextPair.of(prediction, references));
    }

    @Override
    default CorpusStatistics start() {
        return new CorpusStatistics(this);
    }

    /** Returns the rows of a corpus, for its score and for resampling. */
    default CorpusStatistics collect(List<TextPair> pairs) {
        CorpusStatistics statistics = start();
        pairs.forEach(statistics::add);
        return statistics;
    }
}
