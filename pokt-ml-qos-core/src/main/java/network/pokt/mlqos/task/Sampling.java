package network.pokt.mlqos.task;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which documents of a task are asked. Equal samplings choose equally. */
public sealed interface Sampling {

    /** Returns the chosen indices out of {@code size} documents, ascending, each once. */
    int[] indices(int size);

    /** Chooses every document. */
    static Sampling all() {
        return new All();
    }

    /** Chooses the first {@code limit} documents, as lm-evaluation-harness does with {@code --limit}. */
    static Sampling first(int limit) {
        return new First(limit);
    }

    /** Chooses {@code count} documents at random without replacement; all of them if there are no more. */
    static Sampling random(int count, long seed) {
        return new Random(count, seed);
    }

    /**
     * Chooses documents by their indices, from 0; those that a task does not have are left out.
     *
     * @throws IllegalArgumentException if there is none, or one is negative
     */
    static Sampling of(int... indices) {
        return new Chosen(Arrays.stream(indices).boxed().toList());
    }

    /** Every document. */
    record All() implements Sampling {

        @Override
        public int[] indices(int size) {
            return IntStream.range(0, size).toArray();
        }
    }

    /** The first documents. */
    record First(int limit) implements Sampling {

        public First {
            requirePositive(limit);
        }

        @Override
        public int[] indices(int size) {
            return IntStream.range(0, Math.min(limit, size)).toArray();
        }
    }

    /** Documents drawn by a seed. */
    record Random(int count, long seed) implements Sampling {

        public Random {
            requirePositive(count);
        }

        /** Floyd's sampling: as many draws as documents chosen, whatever the size of the pool. */
        @Override
        public int[] indices(int size) {
            if (count >= size) {
                return IntStream.range(0, size).toArray();
            }
            SplittableRandom random = new SplittableRandom(seed);
            Set<Integer> chosen = new HashSet<>();
            for (int last = size - count; last < size; last++) {
                if (!chosen.add(random.nextInt(last + 1))) {
                    chosen.add(last);
                }
            }
            int[] indices = chosen.stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(indices);
            return indices;
        }
    }

    /** Documents that somebody chose. */
    record Chosen(List<Integer> wanted) implements Sampling {

        /** Puts the indices in order, each once. */
        public Chosen {
            wanted = wanted.stream().distinct().sorted().toList();
            requirePositive(wanted.size());
            if (wanted.get(0) < 0) {
                throw new IllegalArgumentException(
                        "The index of a document cannot be negative, got " + wanted.get(0) + "; the first one is 0.");
            }
        }

        @Override
        public int[] indices(int size) {
            return wanted.stream()
                    .mapToInt(Integer::intValue)
                    .filter(index -> index < size)
                    .toArray();
        }
    }

    private static void requirePositive(int count) {
        if (count <= 0) {
            throw new IllegalArgumentException(
                    "The number of samples must be at least 1, got " + count + "; leave it out to take all.");
        }
    }
}
