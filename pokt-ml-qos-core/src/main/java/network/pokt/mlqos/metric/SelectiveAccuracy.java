package network.pokt.mlqos.metric;

import java.util.Comparator;
import java.util.List;

/**
 * How accurate a model is if it may keep silent where it is unsure: HELM's selective accuracy.
 *
 * <p>Of equal confidences the earlier answer is taken first; the reference leaves that to the sorting of numpy. Source:
 * {@code get_selective_stats} of the Python package {@code uncertainty-calibration} 0.1.4.
 *
 * @param area the mean accuracy over all numbers of answers, the surest first, 0 to 1: {@code selective_cov_acc_area}
 * @param atTenPercent the accuracy of the surest tenth of the answers and one more: {@code selective_acc@10}
 */
public record SelectiveAccuracy(double area, double atTenPercent) {

    private static final double TENTH = 0.1;

    /** Returns the selective accuracy of {@code answers}, NaN if there are none. */
    public static SelectiveAccuracy of(List<GradedConfidence> answers) {
        List<GradedConfidence> surestFirst = answers.stream()
                .sorted(Comparator.comparingDouble(GradedConfidence::probability)
                        .reversed())
                .toList();
        double[] accuracies = new double[surestFirst.size()];
        int correct = 0;
        for (int i = 0; i < accuracies.length; i++) {
            correct += surestFirst.get(i).correct() ? 1 : 0;
            accuracies[i] = (double) correct / (i + 1);
        }
        if (accuracies.length == 0) {
            return new SelectiveAccuracy(Double.NaN, Double.NaN);
        }
        return new SelectiveAccuracy(
                PairwiseSum.of(accuracies) / accuracies.length, accuracies[(int) (TENTH * accuracies.length)]);
    }
}
