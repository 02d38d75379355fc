package network.pokt.mlqos.metric;

/**
 * How much a model is surprised by a corpus, per word or byte: all log-likelihoods over all weights, so long texts count more.
 *
 * <p>{@code weighted_perplexity} and {@code bits_per_byte} of lm-evaluation-harness 0.4.13, where texts are rolled through the
 * model: {@code word_perplexity} weighs by words, {@code byte_perplexity} and {@code bits_per_byte} by UTF-8 bytes.
 *
 * @param summation the way of adding, which is that of the Python version to compare with
 * @param unit what the surprise is told in
 */
public record WeightedPerplexity(Summation summation, Unit unit) implements StreamingAggregation<WeightedLikelihood> {

    /** What a surprise is told in. */
    public enum Unit {
        /** {@code e} to the mean surprise in nats, 1 or more. */
        PERPLEXITY,
        /** The mean surprise in bits, 0 or more. */
        BITS
    }

    /** Returns {@code weighted_perplexity}. */
    public static WeightedPerplexity perplexity(Summation summation) {
        return new WeightedPerplexity(summation, Unit.PERPLEXITY);
    }

    /** Returns {@code bits_per_byte}, if weights are bytes. */
    public static WeightedPerplexity bitsPerByte(Summation summation) {
        return new WeightedPerplexity(summation, Unit.BITS);
    }

    @Override
    public Accumulator<WeightedLikelihood> start() {
        return new Accumulator<>() {
            private final RunningSum logLikelihoods = summation.start();
            private final RunningSum weights = summation.start();

            @Override
            public void add(WeightedLikelihood text) {
                logLikelihoods.add(text.logLikelihood());
                weights.add(text.weight());
            }

            @Override
            public double value() {
                double surprise = -(logLikelihoods.value() / weights.value());
                return unit == Unit.BITS ? surprise / Math.log(2) : Math.exp(surprise);
            }
        };
    }
}
