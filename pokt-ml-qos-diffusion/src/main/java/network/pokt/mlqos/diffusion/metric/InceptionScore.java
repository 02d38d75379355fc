package network.pokt.mlqos.diffusion.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How sure a classifier is of each picture and how diverse its verdicts are: {@code exp(mean KL(p(y|x) || p(y)))} (Salimans et al.
 * 2016), from 1 to the number of classes.
 *
 * @param mean the mean over splits
 * @param standardDeviation over splits, by the convention of the splitting; NaN where it is undefined
 * @param scores the score of each split
 */
public record InceptionScore(double mean, double standardDeviation, List<Double> scores) {

    /** How pictures are divided; it matters as soon as they do not divide evenly. */
    public enum Splitting {
        /** Chunks of {@code ceil(n / splits)}, the last one smaller; deviation of a sample: torchmetrics. */
        CHUNKS,
        /** From {@code i n / splits} on, rounded down; deviation of a population: torch-fidelity, and so HEIM. */
        EVEN
    }

    public InceptionScore {
        scores = List.copyOf(scores);
    }

    /**
     * Returns the score of logits, one row for each picture, in the order given: shuffle them first where pictures come sorted.
     *
     * @param splits at least 1; HEIM takes 10
     * @throws IllegalArgumentException if there are fewer pictures than splits
     */
    public static InceptionScore of(double[][] logits, int splits, Splitting splitting) {
        if (splits < 1 || logits.length < splits) {
            throw new IllegalArgumentException(
                    splits + " splits need at least as many pictures, got " + logits.length + ".");
        }
        List<Double> scores = new ArrayList<>();
        int chunk = (logits.length + splits - 1) / splits;
        for (int s = 0; s < splits; s++) {
            int from = splitting == Splitting.CHUNKS ? s * chunk : (int) ((long) s * logits.length / splits);
            int to = splitting == Splitting.CHUNKS
                    ? Math.min(logits.length, from + chunk)
                    : (int) ((s + 1L) * logits.length / splits);
            if (from < to) {
                scores.add(score(Arrays.copyOfRange(logits, from, to)));
            }
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = scores.stream()
                .mapToDouble(score -> (score - mean) * (score - mean))
                .sum();
        int degrees = splitting == Splitting.CHUNKS ? scores.size() - 1 : scores.size();
        return new InceptionScore(mean, degrees == 0 ? Double.NaN : Math.sqrt(squares / degrees), scores);
    }

    private static double score(double[][] logits) {
        double[][] logs = Arrays.stream(logits).map(InceptionScore::logSoftmax).toArray(double[][]::new);
        int classes = logs[0].length;
        double[] marginal = new double[classes];
        for (double[] row : logs) {
            for (int c = 0; c < classes; c++) {
                marginal[c] += Math.exp(row[c]) / logs.length;
            }
        }
        double divergence = 0;
        for (double[] row : logs) {
            for (int c = 0; c < classes; c++) {
                double probability = Math.exp(row[c]);
                if (probability > 0) {
                    divergence += probability * (row[c] - Math.log(marginal[c]));
                }
            }
        }
        return Math.exp(divergence / logs.length);
    }

    private static double[] logSoftmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum =
                Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum();
        return Arrays.stream(logits)
                .map(logit -> logit - largest - Math.log(sum))
                .toArray();
    }
}
