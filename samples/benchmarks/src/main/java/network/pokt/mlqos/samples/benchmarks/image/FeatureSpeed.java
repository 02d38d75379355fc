package network.pokt.mlqos.samples.benchmarks.image;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import network.pokt.mlqos.diffusion.metric.FeatureStatistics;
import network.pokt.mlqos.diffusion.metric.FrechetDistance;
import network.pokt.mlqos.diffusion.metric.KernelDistance;

/**
 * Seconds of CPU time for FID and KID of as many features as Inception-v3 has, two sets of made-up ones that are drawn while they are added:
 * the heap is what the metric needs.
 */
final class FeatureSpeed {

    private static final int DIMENSION = 2_048;
    private static final int SUBSET = 1_000;
    private static final int SUBSETS = 2;

    private FeatureSpeed() {}

    /** Prints what two sets of so many samples take. */
    static void print(int samples) {
        FeatureStatistics[] sets = new FeatureStatistics[2];
        double statistics = seconds(() -> {
            for (int side = 0; side < 2; side++) {
                sets[side] = statistics(side, samples);
            }
            return sets[0].count();
        });
        double[] distance = new double[1];
        double frechet = seconds(() -> distance[0] = FrechetDistance.between(sets[0], sets[1]));
        System.out.printf(
                Locale.ROOT,
                "FID of 2 x %d samples of %d features: statistics %.1f s, distance %.1f s (%.6f), peak of the heap %d MB%n",
                samples,
                DIMENSION,
                statistics,
                frechet,
                distance[0],
                peakBytes() >> 20);
        double[][] a = vectors(0, SUBSET);
        double[][] b = vectors(1, SUBSET);
        KernelDistance.sampled(a, b, 1, SUBSET / 4, 1);
        double kernel =
                seconds(() -> KernelDistance.sampled(a, b, SUBSETS, SUBSET, 1).mean());
        System.out.printf(
                Locale.ROOT, "KID: %.2f s for each subset of %d, of which HEIM takes 100%n", kernel / SUBSETS, SUBSET);
    }

    private static FeatureStatistics statistics(int side, int samples) {
        SplittableRandom random = new SplittableRandom(side);
        FeatureStatistics statistics = new FeatureStatistics(DIMENSION);
        for (int i = 0; i < samples; i++) {
            statistics.add(vector(random, side));
        }
        return statistics;
    }

    private static double[][] vectors(int side, int samples) {
        SplittableRandom random = new SplittableRandom(side);
        double[][] vectors = new double[samples][];
        for (int i = 0; i < samples; i++) {
            vectors[i] = vector(random, side);
        }
        return vectors;
    }

    /** Values from 0 to 1.1 with a part that they share, as features have. */
    private static double[] vector(SplittableRandom random, int side) {
        double shared = random.nextDouble();
        double[] vector = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = random.nextDouble() * (0.5 + 0.5 * shared) + 0.1 * side;
        }
        return vector;
    }

    private static double seconds(DoubleSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        if (Double.isNaN(work.getAsDouble())) {
            throw new IllegalStateException("A distance has no value for these features.");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
