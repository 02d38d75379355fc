package network.pokt.mlqos.diffusion.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The kernel distance between two sets of features: KID if they are the pool features of Inception-v3 (Binkowski et al. 2018).
 *
 * <p>The unbiased squared maximum mean discrepancy under {@code (x.y / d + 1)^3}. Being unbiased it is negative for sets that are
 * closer than chance, and for identical ones. Each feature needs {@code n^2} products, so take subsets of large sets.
 *
 * @param mean the mean over subsets
 * @param standardDeviation of the subsets, that of a population, as torchmetrics and torch-fidelity report it
 */
public record KernelDistance(double mean, double standardDeviation) {

    /**
     * Returns the distance between all of both sets.
     *
     * @throws IllegalArgumentException if a set has fewer than 2 vectors or the lengths differ
     */
    public static double between(double[][] a, double[][] b) {
        if (a.length < 2 || b.length < 2) {
            throw new IllegalArgumentException("A kernel distance needs at least 2 feature vectors on each side, got "
                    + a.length + " and " + b.length + ".");
        }
        return within(a) + within(b) - 2 * across(a, b);
    }

    /**
     * Returns the distance over subsets that are given, one row of indices for each.
     *
     * @throws IllegalArgumentException if there are not as many subsets of one set as of the other
     */
    public static KernelDistance over(double[][] a, int[][] subsetsOfA, double[][] b, int[][] subsetsOfB) {
        if (subsetsOfA.length != subsetsOfB.length || subsetsOfA.length == 0) {
            throw new IllegalArgumentException("Give as many subsets of one set as of the other and at least one, got "
                    + subsetsOfA.length + " and " + subsetsOfB.length + ".");
        }
        double[] values = new double[subsetsOfA.length];
        for (int s = 0; s < values.length; s++) {
            values[s] = between(chosen(a, subsetsOfA[s]), chosen(b, subsetsOfB[s]));
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return new KernelDistance(mean, Math.sqrt(variance));
    }

    /**
     * Returns the distance over random subsets without replacement; HEIM takes 100 subsets of 1,000. The draws are ours: other
     * tools draw other subsets from the same seed.
     *
     * @throws IllegalArgumentException if a set is smaller than a subset
     */
    public static KernelDistance sampled(double[][] a, double[][] b, int subsets, int size, long seed) {
        if (size > a.length || size > b.length) {
            throw new IllegalArgumentException("Subsets of " + size + " cannot be drawn from sets of " + a.length
                    + " and " + b.length + "; draw smaller ones.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[][] ofA = new int[subsets][];
        int[][] ofB = new int[subsets][];
        for (int s = 0; s < subsets; s++) {
            ofA[s] = draw(random, a.length, size);
            ofB[s] = draw(random, b.length, size);
        }
        return over(a, ofA, b, ofB);
    }

    private static int[] draw(SplittableRandom random, int from, int size) {
        int[] indices = new int[from];
        for (int i = 0; i < from; i++) {
            indices[i] = i;
        }
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i, from);
            int kept = indices[i];
            indices[i] = indices[other];
            indices[other] = kept;
        }
        return Arrays.copyOf(indices, size);
    }

    private static double[][] chosen(double[][] vectors, int[] indices) {
        return Arrays.stream(indices).mapToObj(index -> vectors[index]).toArray(double[][]::new);
    }

    private static double within(double[][] set) {
        double sum = 0;
        for (int i = 0; i < set.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += kernel(set[i], set[j]);
            }
        }
        return 2 * sum / ((double) set.length * (set.length - 1));
    }

    private static double across(double[][] a, double[][] b) {
        double sum = 0;
        for (double[] x : a) {
            for (double[] y : b) {
                sum += kernel(x, y);
            }
        }
        return sum / ((double) a.length * b.length);
    }

    private static double kernel(double[] x, double[] y) {
        double base = Vectors.dot(x, y) / x.length + 1;
        return base * base * base;
    }
}
