package network.pokt.mlqos.metric;

/**
 * What the scores of several choices say, if each choice was put to the model by itself: HELM's multiple choice adapters
 * {@code separate}.
 *
 * <p>The score of a choice is its log-likelihood per token ({@link #perToken}), or less that of the choice without the question
 * ({@link #calibrated}).
 *
 * @param exactMatch the share of right choices among those with the highest score, 0 to 1
 * @param maxProbability the largest probability of a choice if scores are logits, above 0 to 1
 */
public record ChoiceVerdict(double exactMatch, double maxProbability) {

    /**
     * Returns the verdict on {@code scores}, of which {@code right} tells which choices are right.
     *
     * @throws IllegalArgumentException if there is no choice, a score is NaN, or the lengths differ
     */
    public static ChoiceVerdict of(double[] scores, boolean[] right) {
        if (scores.length == 0 || scores.length != right.length) {
            throw new IllegalArgumentException("There are " + scores.length + " scores for " + right.length
                    + " choices, give one for each and at least one.");
        }
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("A score of a choice is NaN, leave out what has no log-likelihood.");
            }
            best = Math.max(best, score);
        }
        int highest = 0;
        int highestAndRight = 0;
        double weights = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] == best) {
                highest++;
                highestAndRight += right[i] ? 1 : 0;
                weights++;
            } else {
                weights += Math.exp(scores[i] - best);
            }
        }
        return new ChoiceVerdict((double) highestAndRight / highest, 1 / weights);
    }

    /** Returns the score of a choice in HELM's adapter {@code multiple_choice_separate_original}. */
    public static double perToken(double logLikelihood, long tokens) {
        return logLikelihood / tokens;
    }

    /** Returns the score of a choice in HELM's adapter {@code multiple_choice_separate_calibrated}. */
    public static double calibrated(double logLikelihood, double logLikelihoodWithoutQuestion) {
        return logLikelihood - logLikelihoodWithoutQuestion;
    }
}
