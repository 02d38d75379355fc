package network.pokt.mlqos.stats;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Random numbers as {@code random.Random(seed)} of CPython 3.11 gives them, for whole-number seeds: equal seeds and
 * equal calls give equal results, there and here.
 *
 * <p>Few-shot examples, shuffled choices and bootstrap resamples of lm-evaluation-harness are drawn so. Not
 * thread-safe.
 */
public final class PythonRandom {

    private static final double TWO_POW_26 = 67_108_864.0;
    private static final double TWO_POW_53 = 9_007_199_254_740_992.0;

    private final MersenneTwister bits;

    /** Begins with a seed of any sign, which does not count: -5 and 5 are the same seed. */
    public PythonRandom(long seed) {
        this(BigInteger.valueOf(seed));
    }

    /** Begins with a seed of any size; its sign does not count. */
    public PythonRandom(BigInteger seed) {
        this.bits = new MersenneTwister(words(seed.abs()));
    }

    /** Returns the next number of [0, 1), with 53 random bits. */
    public double random() {
        int high = bits.next() >>> 5;
        int low = bits.next() >>> 6;
        return (high * TWO_POW_26 + low) / TWO_POW_53;
    }

    /** Returns a number of {@code count} random bits, 1 to 64, as an unsigned value. */
    public long getrandbits(int count) {
        if (count < 1 || count > Long.SIZE) {
            throw new IllegalArgumentException("The number of random bits must be 1 to 64, got " + count + ".");
        }
        if (count <= Integer.SIZE) {
            return Integer.toUnsignedLong(bits.next() >>> (Integer.SIZE - count));
        }
        long low = Integer.toUnsignedLong(bits.next());
        long high = Integer.toUnsignedLong(bits.next() >>> (Long.SIZE - count));
        return (high << Integer.SIZE) | low;
    }

    /**
     * Returns a whole number of [0, {@code bound}).
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public long randbelow(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException(
                    "There is no number from 0 to below " + bound + ", give a positive bound.");
        }
        int count = Long.SIZE - Long.numberOfLeadingZeros(bound);
        long drawn = getrandbits(count);
        while (drawn >= bound) {
            drawn = getrandbits(count);
        }
        return drawn;
    }

    /** Returns a whole number from {@code least} to {@code most}, both included. */
    public long randint(long least, long most) {
        return randrange(least, Math.addExact(most, 1), 1);
    }

    /**
     * Returns an element of {@code range(start, stop, step)}.
     *
     * @throws IllegalArgumentException if the range is empty
     */
    public long randrange(long start, long stop, long step) {
        long width = Math.subtractExact(stop, start);
        long size = step == 0 ? 0 : -Math.floorDiv(-width, step);
        if (size <= 0) {
            throw new IllegalArgumentException(
                    "The range from " + start + " to " + stop + " by " + step + " is empty, there is nothing to draw.");
        }
        return start + step * randbelow(size);
    }

    /** Returns one of {@code population}, which must not be empty. */
    public <T> T choice(List<T> population) {
        return population.get((int) randbelow(population.size()));
    }

    /** Returns {@code count} of {@code population}, each drawn from all of it. */
    public <T> List<T> choices(List<T> population, int count) {
        List<T> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(population.get((int) Math.floor(random() * population.size())));
        }
        return chosen;
    }

    /** Brings {@code list} into random order. */
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, (int) randbelow(i + 1));
        }
    }

    /**
     * Returns {@code count} different elements of {@code population} in the order in which they were drawn.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public <T> List<T> sample(List<T> population, int count) {
        List<T> drawn = new ArrayList<>(count);
        for (int index : sampleIndices(population.size(), count)) {
            drawn.add(population.get(index));
        }
        return drawn;
    }

    private int[] sampleIndices(int size, int count) {
        if (count < 0 || count > size) {
            throw new IllegalArgumentException(
                    "Of " + size + " elements " + count + " different ones cannot be drawn.");
        }
        return size <= largestPool(count) ? fromPool(size, count) : bySeen(size, count);
    }

    /** Below this size a list of what is left is smaller than a set of what was drawn, or so CPython reckons. */
    private static double largestPool(int count) {
        double size = 21;
        return count <= 5 ? size : size + Math.pow(4, Math.ceil(Math.log(count * 3) / Math.log(4)));
    }

    private int[] fromPool(int size, int count) {
        int[] pool = new int[size];
        for (int i = 0; i < size; i++) {
            pool[i] = i;
        }
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int index = (int) randbelow(size - i);
            drawn[i] = pool[index];
            pool[index] = pool[size - i - 1];
        }
        return drawn;
    }

    private int[] bySeen(int size, int count) {
        Set<Integer> seen = new HashSet<>();
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int index = (int) randbelow(size);
            while (!seen.add(index)) {
                index = (int) randbelow(size);
            }
            drawn[i] = index;
        }
        return drawn;
    }

    private static int[] words(BigInteger key) {
        int[] words = new int[Math.max(1, (key.bitLength() + Integer.SIZE - 1) / Integer.SIZE)];
        for (int i = 0; i < words.length; i++) {
            words[i] = key.shiftRight(i * Integer.SIZE).intValue();
        }
        return words;
    }
}
