package network.pokt.mlqos.lmeh.suite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import network.pokt.mlqos.task.Sampling;

/**
 * Documents in strata, such as subjects or lengths, each in a random order of its own: whoever takes more documents of a
 * stratum gets those from before and further ones. Equal labels and seeds give equal orders. Immutable.
 *
 * <pre>{@code
 * Strata strata = Strata.of(docs.stream().map(doc -> doc.text("subject")).toList(), 7);
 * Sampling sampling = strata.sampling(strata.proportional(300));
 * }</pre>
 */
public final class Strata {

    private final List<String> names;
    private final int[][] members;
    private final int size;

    private Strata(List<String> names, int[][] members, int size) {
        this.names = names;
        this.members = members;
        this.size = size;
    }

    /**
     * Returns strata by label.
     *
     * @param labels the label of each document, in the order of the task
     */
    public static Strata of(List<String> labels, long seed) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("Strata need at least one document.");
        }
        Map<String, IntStream.Builder> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            byLabel.computeIfAbsent(labels.get(i), label -> IntStream.builder()).add(i);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[][] members = byLabel.values().stream()
                .map(stratum -> shuffled(stratum.build().toArray(), random.split()))
                .toArray(int[][]::new);
        return new Strata(List.copyOf(byLabel.keySet()), members, labels.size());
    }

    private static int[] shuffled(int[] members, SplittableRandom random) {
        for (int last = members.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swap = members[last];
            members[last] = members[other];
            members[other] = swap;
        }
        return members;
    }

    /** Returns the labels in the order in which they first occur; everything else is in this order. */
    public List<String> names() {
        return names;
    }

    /** Returns how many documents there are in all. */
    public int size() {
        return size;
    }

    /** Returns how many documents a stratum has. */
    public int size(int stratum) {
        return members[stratum].length;
    }

    /** Returns the share of all documents that a stratum has. */
    public double weight(int stratum) {
        return (double) members[stratum].length / size;
    }

    /**
     * Returns how many documents of each stratum to take so that each has its share of {@code count}, and at least one as
     * long as there are enough for that.
     */
    public int[] proportional(int count) {
        return allocated(
                count,
                IntStream.range(0, names.size()).mapToDouble(this::weight).toArray());
    }

    /**
     * Returns how many documents of each stratum to take so that the mean is known best: strata count by their size times the
     * standard deviation of their values (Neyman's allocation).
     */
    public int[] neyman(int count, double... deviations) {
        double[] weights = new double[names.size()];
        Arrays.setAll(weights, i -> weight(i) * deviations[i]);
        return allocated(count, weights);
    }

    /** Hands out one document at a time to whoever is furthest below its share (D'Hondt); a full stratum gets no more. */
    private int[] allocated(int count, double[] weights) {
        if (count < 1) {
            throw new IllegalArgumentException("A stratified sample needs at least 1 document, got " + count + ".");
        }
        int[] counts = new int[names.size()];
        int left = Math.min(count, size);
        for (int i = 0; i < counts.length && count >= counts.length; i++) {
            counts[i] = 1;
            left--;
        }
        for (; left > 0; left--) {
            counts[neediest(counts, weights)]++;
        }
        return counts;
    }

    private int neediest(int[] counts, double[] weights) {
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] < members[i].length)
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> weights[i] / (counts[i] + 1))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Returns the first documents of each stratum in its random order. */
    public Sampling sampling(int... counts) {
        return Sampling.of(IntStream.range(0, names.size())
                .flatMap(i -> Arrays.stream(members[i], 0, counts[i]))
                .sorted()
                .toArray());
    }

    /** Returns a document's stratum: the task's document {@code index} is in stratum number {@code [index]}. */
    public int[] stratumOfEach() {
        int[] strata = new int[size];
        for (int i = 0; i < members.length; i++) {
            for (int member : members[i]) {
                strata[member] = i;
            }
        }
        return strata;
    }

    /** Returns labels, sizes and no documents. */
    @Override
    public String toString() {
        return size + " documents in " + names.size() + " strata";
    }
}
