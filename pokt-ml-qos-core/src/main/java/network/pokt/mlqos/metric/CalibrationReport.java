package network.pokt.mlqos.metric;

import java.util.List;
import java.util.Optional;

/**
 * What HELM reports about the confidence of a model on one scenario.
 *
 * @param error {@code ece_10_bin}, over ten bins of equally many answers
 * @param errorOfMean {@code ece_1_bin}, the distance of mean confidence and accuracy
 * @param selective {@code selective_cov_acc_area} and {@code selective_acc@10}
 * @param scaling {@code platt_coef} and {@code platt_intercept}; none if all answers are right or all are wrong
 * @param scaledError {@code platt_ece_10_bin}, the error that is left after scaling, zero without scaling
 * @param scaledErrorOfMean {@code platt_ece_1_bin}, likewise
 */
public record CalibrationReport(
        double error,
        double errorOfMean,
        SelectiveAccuracy selective,
        Optional<PlattScaling> scaling,
        double scaledError,
        double scaledErrorOfMean) {

    private static final CalibrationError TEN_BINS = CalibrationError.ofEqualMass(10);
    private static final CalibrationError ONE_BIN = CalibrationError.ofEqualWidth(1);

    /**
     * Returns the report on {@code answers}.
     *
     * @throws IllegalArgumentException if there are fewer than ten
     */
    public static CalibrationReport of(List<GradedConfidence> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("There is no answer to report on, give at least 10.");
        }
        boolean first = answers.get(0).correct();
        Optional<PlattScaling> scaling = answers.stream().allMatch(answer -> answer.correct() == first)
                ? Optional.empty()
                : Optional.of(PlattScaling.fit(answers));
        List<GradedConfidence> scaled = scaling.map(curve -> answers.stream()
                        .map(answer -> new GradedConfidence(curve.apply(answer.probability()), answer.correct()))
                        .toList())
                .orElse(List.of());
        return new CalibrationReport(
                TEN_BINS.of(answers),
                ONE_BIN.of(answers),
                SelectiveAccuracy.of(answers),
                scaling,
                scaled.isEmpty() ? 0 : TEN_BINS.of(scaled),
                scaled.isEmpty() ? 0 : ONE_BIN.of(scaled));
    }
}
