package network.pokt.mlqos.metric;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The expected calibration error, 0 to 1: how far confidence is from accuracy, averaged over bins of like confidence. 0 for a
 * model that is right as often as it says.
 *
 * <p>The plain estimate without correction: with few answers per bin it is too large. HELM wants about 300 answers for 10 bins.
 * Source: M. P. Naeini et al., AAAI 2015; C. Guo et al., ICML 2017; values are those of {@code get_ece_em} and {@code get_ece} of
 * the Python package {@code uncertainty-calibration} 0.1.4, HELM's {@code ece_10_bin} and {@code ece_1_bin}, and are also given
 * where all answers are right or all wrong.
 */
public final class CalibrationError implements Aggregation<GradedConfidence> {

    private final int bins;
    private final boolean equalMass;

    private CalibrationError(int bins, boolean equalMass) {
        if (bins < 1) {
            throw new IllegalArgumentException("Answers cannot be put into " + bins + " bins, give 1 or more.");
        }
        this.bins = bins;
        this.equalMass = equalMass;
    }

    /**
     * Returns the error over bins of equally many answers, as far as equal confidences allow. It needs at least as many answers
     * as bins.
     */
    public static CalibrationError ofEqualMass(int bins) {
        return new CalibrationError(bins, true);
    }

    /** Returns the error over bins of equal width. */
    public static CalibrationError ofEqualWidth(int bins) {
        return new CalibrationError(bins, false);
    }

    @Override
    public double of(List<? extends GradedConfidence> items) {
        if (items.isEmpty()) {
            return Double.NaN;
        }
        double[] edges = equalMass ? edgesOfEqualMass(items) : edgesOfEqualWidth();
        double[] confidences = new double[edges.length];
        int[] counts = new int[edges.length];
        int[] correct = new int[edges.length];
        for (GradedConfidence item : items) {
            int found = Arrays.binarySearch(edges, item.probability());
            int bin = found >= 0 ? found : -found - 1;
            confidences[bin] += item.probability();
            counts[bin]++;
            correct[bin] += item.correct() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < edges.length; bin++) {
            error += Math.abs(confidences[bin] - correct[bin]);
        }
        return error / items.size();
    }

    private double[] edgesOfEqualWidth() {
        double[] edges = new double[bins];
        Arrays.setAll(edges, i -> (i + 1.0) / bins);
        return edges;
    }

    /** The upper edges lie in the middle between the last confidence of one bin and the first of the next. */
    private double[] edgesOfEqualMass(List<? extends GradedConfidence> items) {
        if (items.size() < bins) {
            throw new IllegalArgumentException("There are " + items.size() + " answers for " + bins
                    + " bins of equally many, give more answers or fewer bins.");
        }
        double[] sorted = items.stream()
                .mapToDouble(GradedConfidence::probability)
                .sorted()
                .toArray();
        int size = (sorted.length + bins - 1) / bins;
        TreeSet<Double> edges = new TreeSet<>();
        for (int next = size; next < sorted.length; next += size) {
            edges.add((sorted[next - 1] + sorted[next]) / 2);
        }
        edges.add(1.0);
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
        return "ece(" + bins + (equalMass ? " bins of equal mass)" : " bins of equal width)");
    }
}
