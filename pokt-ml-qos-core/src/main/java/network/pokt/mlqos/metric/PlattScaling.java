package network.pokt.mlqos.metric;

import java.util.List;

/**
 * The logistic curve that turns confidences into frequencies: {@code sigmoid(coefficient * logit(p) + intercept)}.
 *
 * <p>Source: J. Platt, "Probabilistic outputs for support vector machines", 1999, as HELM fits it by way of
 * {@code uncertainty-calibration} 0.1.4 and scikit-learn (penalty C = 1e10). The fit here goes on to the optimum; scikit-learn
 * stops at a gradient of 1e-4, so its values differ from the fourth or so digit on, and more where confidence separates right
 * from wrong without error and the curve has no natural slope.
 *
 * @param coefficient how steep, 1 for a calibrated model, below 1 for one that is too sure
 * @param intercept above 0 for a model that is not sure enough
 */
public record PlattScaling(double coefficient, double intercept) {

    private static final double CLIP = 1e-12;

    /**
     * Returns the curve that makes {@code answers} most likely.
     *
     * @throws IllegalArgumentException if all answers are right or all are wrong: no curve fits best then
     */
    public static PlattScaling fit(List<GradedConfidence> answers) {
        long correct = answers.stream().filter(GradedConfidence::correct).count();
        if (correct == 0 || correct == answers.size()) {
            throw new IllegalArgumentException("Of " + answers.size() + " answers " + correct
                    + " are right, a curve needs at least one right and one wrong answer.");
        }
        return new PlattFit(answers).optimum();
    }

    /** Returns the frequency for a confidence. */
    public double apply(double probability) {
        return sigmoid(coefficient * logit(probability) + intercept);
    }

    static double logit(double probability) {
        double clipped = Math.min(1 - CLIP, Math.max(CLIP, probability));
        return Math.log(clipped / (1 - clipped));
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
