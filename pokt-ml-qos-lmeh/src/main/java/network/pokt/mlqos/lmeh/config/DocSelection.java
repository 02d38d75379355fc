package network.pokt.mlqos.lmeh.config;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which documents of a split a run evaluates. Immutable. */
public sealed interface DocSelection {

    /** Every document. */
    DocSelection ALL = new First(Integer.MAX_VALUE);

    /**
     * The first documents.
     *
     * @param count how many at most, from 1
     */
    record First(int count) implements DocSelection {
        public First {
            if (count < 1) {
                throw new IllegalArgumentException("The limit is " + count + "; it must be at least 1 document.");
            }
        }

        @Override
        public List<Integer> of(int total) {
            return IntStream.range(0, Math.min(count, total)).boxed().toList();
        }
    }

    /**
     * The first part of the documents, rounded up.
     *
     * @param part more than 0 and less than 1
     */
    record Fraction(double part) implements DocSelection {
        public Fraction {
            if (!(part > 0 && part < 1)) {
                throw new IllegalArgumentException("The limit is " + part + "; a fraction lies between 0 and 1.");
            }
        }

        @Override
        public List<Integer> of(int total) {
            return IntStream.range(0, (int) Math.ceil(total * part)).boxed().toList();
        }
    }

    /**
     * Documents by number; they are evaluated in the order of the split.
     *
     * @param indices the numbers, from 0
     */
    record Indices(SortedSet<Integer> indices) implements DocSelection {
        public Indices {
            indices = Collections.unmodifiableSortedSet(new TreeSet<>(indices));
        }

        @Override
        public List<Integer> of(int total) {
            if (!indices.isEmpty() && (indices.first() < 0 || indices.last() >= total)) {
                int wrong = indices.first() < 0 ? indices.first() : indices.last();
                throw new IllegalArgumentException(
                        "There is no document " + wrong + " among " + total + "; the numbers begin with 0.");
            }
            return List.copyOf(indices);
        }
    }

    /** Returns the numbers of the documents to evaluate, ascending, out of {@code total}. */
    List<Integer> of(int total);

    /** Returns what {@code --limit} means: a fraction if less than 1, else a number of documents. */
    static DocSelection limit(double limit) {
        return limit < 1 ? new Fraction(limit) : new First((int) Math.min(limit, Integer.MAX_VALUE));
    }
}
