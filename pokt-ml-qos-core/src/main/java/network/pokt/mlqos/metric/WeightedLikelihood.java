package network.pokt.mlqos.metric;

/**
 * The natural log-likelihood of a text and how much text that is.
 *
 * @param logLikelihood zero or less
 * @param weight words or UTF-8 bytes, zero or more
 */
public record WeightedLikelihood(double logLikelihood, double weight) {}
