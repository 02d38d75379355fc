package network.pokt.mlqos.metric;

/**
 * How likely a model held a text, and how long it is: HELM's language modelling metrics. All are NaN for a text of length zero
 * that was certain.
 *
 * @param logLikelihood the natural log-likelihood, zero or less
 * @param tokens the tokens that it sums over
 * @param bytes the UTF-8 bytes of the text
 */
public record TextLikelihood(double logLikelihood, long tokens, long bytes) {

    /** Returns {@code e} to the mean surprise per token, 1 or more; tokens of different tokenizers are not comparable. */
    public double perplexity() {
        return Math.exp(-logLikelihood / tokens);
    }

    /** Returns the mean surprise per byte in bits, 0 or more. */
    public double bitsPerByte() {
        return -logLikelihood / bytes / Math.log(2);
    }

    /** Returns the mean log-likelihood per byte in nats, 0 or less. */
    public double perByte() {
        return logLikelihood / bytes;
    }
}
