package network.pokt.mlqos.diffusion.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

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

    /** Vectors whose products are worked out together, 2 MiB of them. */
    private static final int BLOCK = 512;

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
        requireOneLength(a, b);
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
        List<double[][]> blocks = blocks(set);
        double sum = 0;
        for (int i = 0; i < blocks.size(); i++) {
            sum += pairs(blocks.get(i));
            for (int j = 0; j < i; j++) {
                sum += pairs(blocks.get(i), blocks.get(j));
            }
        }
        return 2 * sum / ((double) set.length * (set.length - 1));
    }

    private static double across(double[][] a, double[][] b) {
        List<double[][]> blocksOfB = blocks(b);
        double sum = 0;
        for (double[][] blockOfA : blocks(a)) {
            for (double[][] blockOfB : blocksOfB) {
                sum += pairs(blockOfA, blockOfB);
            }
        }
        return sum / ((double) a.length * b.length);
    }

    /** Returns the vectors some hundred at a time, each as a column. */
    private static List<double[][]> blocks(double[][] set) {
        List<double[][]> blocks = new ArrayList<>();
        for (int first = 0; first < set.length; first += BLOCK) {
            double[][] block = new double[set[0].length][Math.min(BLOCK, set.length - first)];
            for (int i = 0; i < block[0].length; i++) {
                double[] vector = set[first + i];
                for (int k = 0; k < block.length; k++) {
                    block[k][i] = vector[k];
                }
            }
            blocks.add(block);
        }
        return blocks;
    }

    /** Returns the sum of the kernel over all pairs of a vector from each block. */
    private static double pairs(double[][] x, double[][] y) {
        double[][] products = new double[x[0].length][y[0].length];
        TransposedProduct.of(x, y).addTo(products, 0, products.length, 0, x.length);
        double sum = 0;
        for (double[] row : products) {
            for (double product : row) {
                sum += kernel(product, x.length);
            }
        }
        return sum;
    }

    /** Returns the sum of the kernel over all pairs within a block, each taken once. */
    private static double pairs(double[][] x) {
        double[][] products = new double[x[0].length][x[0].length];
        TransposedProduct.of(x, x).upperTriangle().addTo(products, 0, products.length, 0, x.length);
        double sum = 0;
        for (int i = 0; i < products.length; i++) {
            for (int j = i + 1; j < products.length; j++) {
                sum += kernel(products[i][j], x.length);
            }
        }
        return sum;
    }

    private static double kernel(double product, int dimension) {
        double base = product / dimension + 1;
        return base * base * base;
    }

    private static void requireOneLength(double[][] a, double[][] b) {
        int length = a[0].length;
        for (double[] vector : Stream.concat(Arrays.stream(a), Arrays.stream(b)).toList()) {
            if (vector.length != length) {
                throw new IllegalArgumentException("Features of " + length + " and " + vector.length
                        + " values cannot be compared; they come from different models.");
            }
        }
    }
}
