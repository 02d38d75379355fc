package network.pokt.mlqos.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/**
 * Tests whether two sources answer each of several questions by the same distribution, from a few answers of each to
 * each question.
 *
 * <p>The statistic is the squared maximum mean discrepancy (Gretton et al., "A kernel two-sample test", JMLR 13, 2012,
 * the unbiased form), averaged over questions. Its distribution without a difference comes from exchanging answers
 * between the sources within each question, so the p-value is exact whatever the answers are: at most 5 % of equal
 * sources get 0.05 or less. With kernels on texts this is the test of Gao, Liang and Guestrin, "Model equality
 * testing", arXiv 2410.20247.
 *
 * @param <T> an answer
 */
public final class Discrepancy<T> {

    private final ToDoubleBiFunction<T, T> kernel;
    private final int permutations;

    /**
     * Begins with a kernel.
     *
     * @param kernel how alike two answers are: symmetric and positive definite, within 0 to 1 and 1 for equal ones
     * @param permutations how many exchanges are tried; the least p-value is 1 over one more
     */
    public Discrepancy(ToDoubleBiFunction<T, T> kernel, int permutations) {
        if (permutations < 1) {
            throw new IllegalArgumentException("a permutation test needs permutations, got " + permutations);
        }
        this.kernel = kernel;
        this.permutations = permutations;
    }

    /**
     * The answers of both sources to one question.
     *
     * @param first at least two
     * @param second at least two
     */
    public record Stratum<T>(List<T> first, List<T> second) {

        public Stratum {
            first = List.copyOf(first);
            second = List.copyOf(second);
            if (first.size() < 2 || second.size() < 2) {
                throw new IllegalArgumentException("a question needs two answers of each source at least, got "
                        + first.size() + " and " + second.size());
            }
        }
    }

    /**
     * What came of it.
     *
     * @param pValue the probability that equal sources look at least as different
     * @param effect the squared discrepancy: about 0 for equal sources, at most 2
     * @param effectSize the discrepancy over the standard deviation that it has without a difference
     */
    public record Result(double pValue, double effect, double effectSize) {}

    /**
     * Tests the sources.
     *
     * @param seed of the exchanges
     * @throws IllegalArgumentException without a question
     */
    public Result test(List<Stratum<T>> strata, long seed) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("a comparison of sources needs at least one question, got none");
        }
        List<Gram> grams = new ArrayList<>();
        strata.forEach(stratum -> grams.add(Gram.of(stratum, kernel)));
        double seen = mean(grams);
        SplittableRandom random = new SplittableRandom(seed);
        Moments without = new Moments();
        int asLarge = 0;
        for (int i = 0; i < permutations; i++) {
            grams.forEach(gram -> gram.exchange(random));
            double value = mean(grams);
            without.add(value);
            asLarge += value >= seen - 1e-12 ? 1 : 0;
        }
        double spread = without.sampleStandardDeviation();
        return new Result(
                (asLarge + 1.0) / (permutations + 1.0), seen, spread > 0 ? (seen - without.mean()) / spread : 0);
    }

    private static double mean(List<Gram> grams) {
        return grams.stream().mapToDouble(Gram::discrepancy).average().orElseThrow();
    }

    /** The likenesses of all answers to one question, and which of them count as the first source's. */
    private static final class Gram {

        private final double[][] likeness;
        private final int[] order;
        private final int firsts;

        private Gram(double[][] likeness, int firsts) {
            this.likeness = likeness;
            this.firsts = firsts;
            this.order = new int[likeness.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
        }

        static <T> Gram of(Stratum<T> stratum, ToDoubleBiFunction<T, T> kernel) {
            List<T> all = new ArrayList<>(stratum.first());
            all.addAll(stratum.second());
            double[][] likeness = new double[all.size()][all.size()];
            for (int i = 0; i < all.size(); i++) {
                for (int j = 0; j < i; j++) {
                    likeness[i][j] = kernel.applyAsDouble(all.get(i), all.get(j));
                    likeness[j][i] = likeness[i][j];
                }
            }
            return new Gram(likeness, stratum.first().size());
        }

        void exchange(SplittableRandom random) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
        }

        double discrepancy() {
            int n = firsts;
            int m = order.length - firsts;
            double within = 0;
            double others = 0;
            double across = 0;
            for (int i = 0; i < order.length; i++) {
                double[] row = likeness[order[i]];
                for (int j = 0; j < i; j++) {
                    double value = row[order[j]];
                    if (i < n) {
                        within += value;
                    } else if (j >= n) {
                        others += value;
                    } else {
                        across += value;
                    }
                }
            }
            return 2 * within / ((double) n * (n - 1))
                    + 2 * others / ((double) m * (m - 1))
                    - 2 * across / ((double) n * m);
        }
    }
}
