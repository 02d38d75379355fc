package network.pokt.mlqos.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import network.pokt.mlqos.inference.TokenLogprob;

/**
 * Compares the log-probabilities that a suspect reported with those of a trusted endpoint, token by token.
 *
 * <p>This is the challenge step of a proof of inference (SAKSHI, arXiv 2307.16562): the suspect's own answer, with the
 * log-probabilities it was delivered with, is given to the trusted endpoint to read ({@link NodeProbe#scored}), and the
 * two scorings of the same text are set side by side. It works as well on an answer kept from long ago, read again with
 * {@link network.pokt.mlqos.inference.OpenAiCodec}, as on one that came just now.
 *
 * @param tokens the tokens of the answer in order
 * @param meanDistance the mean distance per token in nats; NaN if none can be compared
 * @param pValue the probability that an honest answer is as far off, by those of the calibration; NaN if none can be
 *     compared
 */
public record ReferenceCheck(List<Token> tokens, double meanDistance, double pValue) {

    public ReferenceCheck {
        tokens = List.copyOf(tokens);
    }

    /**
     * One token.
     *
     * @param text as the suspect spelled it
     * @param suspect the log-probability that the suspect reported
     * @param trusted the log-probability that the trusted endpoint gives
     */
    public record Token(String text, double suspect, double trusted) {

        /** Returns how far apart the two are, 0 to 20 nats; NaN where one of the two gave none. */
        public double distance() {
            return Double.isNaN(suspect) || Double.isNaN(trusted) ? Double.NaN : Distances.apart(trusted, suspect);
        }
    }

    /**
     * Compares an answer.
     *
     * @param suspect the tokens of the answer as the suspect reported them
     * @param trusted the scoring of prompt and answer by the trusted endpoint; its last tokens are the answer's
     * @param honest mean distances of answers of honest replicas, checked the same way; at least one, 99 or more for a
     *     p-value of 0.01
     * @throws IllegalArgumentException if the trusted scoring does not end with the tokens of the answer, which means
     *     another tokenizer or a text that encodes otherwise when it is read, or if {@code honest} is empty
     */
    public static ReferenceCheck compare(List<TokenLogprob> suspect, List<TokenLogprob> trusted, double[] honest) {
        if (honest.length == 0) {
            throw new IllegalArgumentException("A check needs mean distances of honest answers to compare with.");
        }
        int offset = trusted.size() - suspect.size();
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < suspect.size(); i++) {
            if (offset < 0
                    || !trusted.get(offset + i).token().equals(suspect.get(i).token())) {
                throw new IllegalArgumentException("Token " + i + " of the answer is not among the trusted endpoint's,"
                        + " who reads the text as other tokens; compare the tokenizers first.");
            }
            tokens.add(new Token(
                    suspect.get(i).token(),
                    suspect.get(i).logprob(),
                    trusted.get(offset + i).logprob()));
        }
        double mean = tokens.stream()
                .mapToDouble(Token::distance)
                .filter(distance -> !Double.isNaN(distance))
                .average()
                .orElse(Double.NaN);
        long asFar = Arrays.stream(honest).filter(distance -> distance >= mean).count();
        return new ReferenceCheck(tokens, mean, Double.isNaN(mean) ? Double.NaN : (asFar + 1.0) / (honest.length + 1));
    }

    /** Returns the tokens that are furthest apart, furthest first: what to show as evidence. */
    public List<Token> furthest(int count) {
        return tokens.stream()
                .filter(token -> !Double.isNaN(token.distance()))
                .sorted(Comparator.comparingDouble(Token::distance).reversed())
                .limit(count)
                .toList();
    }
}
