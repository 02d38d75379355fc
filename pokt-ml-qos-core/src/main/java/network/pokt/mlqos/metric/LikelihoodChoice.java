package network.pokt.mlqos.metric;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import network.pokt.mlqos.python.PythonText;

/**
 * Which of several choices a model prefers, by the natural log-likelihood of each: what {@code acc}, {@code acc_norm}
 * and {@code acc_bytes} of lm-evaluation-harness compare with the right one. Pure functions.
 *
 * <p>Of equal values the first wins, and NaN wins over every number, as in {@code numpy.argmax}.
 */
public final class LikelihoodChoice {

    private LikelihoodChoice() {}

    /**
     * Returns the index of the largest value.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static int best(double... logLikelihoods) {
        if (logLikelihoods.length == 0) {
            throw new IllegalArgumentException("There is no choice to prefer, give at least one log-likelihood.");
        }
        int best = 0;
        for (int i = 0; i < logLikelihoods.length; i++) {
            if (Double.isNaN(logLikelihoods[i])) {
                return i;
            }
            if (logLikelihoods[i] > logLikelihoods[best]) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Returns the index of the largest value per character (code point) of its choice. An empty choice divides by zero:
     * it is the worst, unless its log-likelihood is zero too, which makes NaN.
     */
    public static int bestPerCharacter(double[] logLikelihoods, List<String> choices) {
        return bestPer(PythonText::length, logLikelihoods, choices);
    }

    /**
     * Returns the index of the largest value per UTF-8 byte of its choice; an empty choice is treated as per character.
     */
    public static int bestPerByte(double[] logLikelihoods, List<String> choices) {
        return bestPer(choice -> choice.getBytes(StandardCharsets.UTF_8).length, logLikelihoods, choices);
    }

    private static int bestPer(ToIntFunction<String> length, double[] logLikelihoods, List<String> choices) {
        if (logLikelihoods.length != choices.size()) {
            throw new IllegalArgumentException("There are " + choices.size() + " choices but " + logLikelihoods.length
                    + " log-likelihoods, give one for each.");
        }
        double[] normalized = new double[logLikelihoods.length];
        for (int i = 0; i < normalized.length; i++) {
            normalized[i] = logLikelihoods[i] / length.applyAsInt(choices.get(i));
        }
        return best(normalized);
    }
}
