package network.pokt.mlqos.signature;

import java.util.List;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;

/** How far an answer of a node is from that of a trusted endpoint to the same prompt, as {@link Signal} defines it. */
public final class Distances {

    /** More tells no more, and a node that claims minus infinity must not own the mean. */
    private static final double MOST_NATS = 20;

    private Distances() {}

    /**
     * Returns the share of the trusted text that the answer does not begin with, for {@link Signal#GREEDY}.
     *
     * <p>An answer that goes on after the whole trusted text shares all of it but its end, and counts as that much
     * longer.
     *
     * @return 0 for equal texts to 1 for texts that differ at once
     */
    public static double ofText(String trusted, String answer) {
        int longest = Math.max(trusted.length(), answer.length());
        int common = 0;
        while (common < Math.min(trusted.length(), answer.length())
                && trusted.charAt(common) == answer.charAt(common)) {
            common++;
        }
        return longest == 0 ? 0 : 1 - (double) common / longest;
    }

    /**
     * Returns the mean distance over the tokens that the trusted endpoint lists, for {@link Signal#FIRST_TOKEN}.
     *
     * <p>A token that the node does not list counts with the least log-probability that the node lists, which it cannot
     * exceed.
     *
     * @return nats, 0 to 20
     * @throws IllegalArgumentException if one of the two lists nothing
     */
    public static double ofCandidates(List<Candidate> trusted, List<Candidate> answer) {
        if (trusted.isEmpty() || answer.isEmpty()) {
            throw new IllegalArgumentException(
                    "Distances need candidates on both sides, got " + trusted.size() + " trusted and " + answer.size()
                            + " answered; ask for logprobs and take none for a failed relay.");
        }
        double least = answer.stream().mapToDouble(Candidate::logprob).min().orElseThrow();
        return trusted.stream()
                .mapToDouble(wanted -> apart(
                        wanted.logprob(),
                        answer.stream()
                                .filter(listed -> listed.token().equals(wanted.token()))
                                .mapToDouble(Candidate::logprob)
                                .findFirst()
                                .orElse(Math.min(least, wanted.logprob()))))
                .average()
                .orElseThrow();
    }

    /**
     * Returns the mean distance of two scorings of the same tokens, for {@link Signal#FORCED}; positions at which either is
     * NaN do not count.
     *
     * @return nats, 0 to 20
     * @throws IllegalArgumentException if the lengths differ or no position counts
     */
    public static double ofForced(double[] trusted, double[] answer) {
        if (trusted.length != answer.length) {
            throw new IllegalArgumentException("Scorings of one text have as many tokens, got " + trusted.length
                    + " trusted and " + answer.length + "; another tokenizer is a case of its own.");
        }
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < trusted.length; i++) {
            if (!Double.isNaN(trusted[i]) && !Double.isNaN(answer[i])) {
                sum += apart(trusted[i], answer[i]);
                counted++;
            }
        }
        if (counted == 0) {
            throw new IllegalArgumentException(
                    "No token has a log-probability on both sides; ask with echo and logprobs.");
        }
        return sum / counted;
    }

    /** Returns the log-probabilities of scored tokens. */
    public static double[] logprobs(List<TokenLogprob> tokens) {
        return tokens.stream().mapToDouble(TokenLogprob::logprob).toArray();
    }

    static double apart(double trusted, double answer) {
        double apart = Math.abs(trusted - answer);
        return apart <= MOST_NATS ? apart : MOST_NATS;
    }
}
