package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each class was taken for each. Not thread-safe.
 *
 * @param <L> classes, compared by {@code equals}
 */
public final class ConfusionMatrix<L> {

    private static final int FIRST_ROOM = 4;

    private final Map<L, Integer> places = new HashMap<>();
    private final List<L> labels = new ArrayList<>();
    private long[][] counts = new long[FIRST_ROOM][FIRST_ROOM];

    /** Counts nothing yet. */
    public ConfusionMatrix() {}

    /** Counts one more sample. */
    public void add(Classified<? extends L> sample) {
        int gold = place(sample.gold());
        int predicted = place(sample.predicted());
        counts[gold][predicted]++;
    }

    /** Returns all classes that occurred on either side, in the order of their first appearance. */
    public List<L> labels() {
        return Collections.unmodifiableList(labels);
    }

    /** Returns how often {@code gold} was taken for {@code predicted}. */
    public long count(L gold, L predicted) {
        Integer row = places.get(gold);
        Integer column = places.get(predicted);
        return row == null || column == null ? 0 : counts[row][column];
    }

    /** Returns how often {@code label} was right. */
    public long golds(L label) {
        Integer row = places.get(label);
        return row == null ? 0 : Arrays.stream(counts[row]).sum();
    }

    /** Returns how often {@code label} was chosen. */
    public long predictions(L label) {
        Integer column = places.get(label);
        return column == null
                ? 0
                : Arrays.stream(counts).mapToLong(row -> row[column]).sum();
    }

    /** Returns how many samples were counted. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Returns how many samples were taken for what they are. */
    public long correct() {
        long correct = 0;
        for (int i = 0; i < counts.length; i++) {
            correct += counts[i][i];
        }
        return correct;
    }

    /** Returns the share of samples that were taken for what they are, 0 to 1, NaN if there is none. */
    public double accuracy() {
        return (double) correct() / total();
    }

    private int place(L label) {
        Integer known = places.get(label);
        if (known != null) {
            return known;
        }
        int place = labels.size();
        places.put(label, place);
        labels.add(label);
        if (place == counts.length) {
            counts = Arrays.copyOf(counts, 2 * place);
            for (int i = 0; i < counts.length; i++) {
                counts[i] = i < place ? Arrays.copyOf(counts[i], 2 * place) : new long[2 * place];
            }
        }
        return place;
    }
}
