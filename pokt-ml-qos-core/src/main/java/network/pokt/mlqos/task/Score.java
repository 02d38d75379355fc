package network.pokt.mlqos.task;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one sample contributes to each of its task's {@linkplain Task#measures() measures}, in their order. Immutable.
 *
 * <p>Mostly that is a number. A measure of a whole corpus, which is no mean of numbers, takes an item that its
 * {@linkplain Measure#summary() summary} understands, such as the pair of a reference and a prediction.
 */
public final class Score {

    private final Object[] items;

    private Score(Object[] items) {
        this.items = items;
    }

    /** Returns a score; every value is finite, since a sample that cannot be judged is a failure and not a number. */
    public static Score of(double... values) {
        Object[] items = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("A score must be finite, got " + Arrays.toString(values) + ".");
            }
            items[i] = values[i];
        }
        return new Score(items);
    }

    /**
     * Returns a score of items as JSON has them, so that a journal can keep them: Double, String, Boolean, and lists of
     * these. A Double may be NaN, for a sample that has no part in a measure.
     *
     * @throws IllegalArgumentException if an item is of another kind
     */
    public static Score ofItems(List<?> items) {
        return new Score(items.stream().map(Score::checked).toArray());
    }

    private static Object checked(@Nullable Object item) {
        if (item instanceof List<?> list) {
            return list.stream().map(Score::checked).toList();
        } else if (item instanceof Double || item instanceof String || item instanceof Boolean) {
            return item;
        } else if (item instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("A score is made of numbers, texts, booleans and lists, not of "
                + (item == null ? "null" : item.getClass().getSimpleName()) + "; turn it into one of them.");
    }

    /** Returns how many items there are. */
    public int size() {
        return items.length;
    }

    /** Returns the item of measure {@code index}. */
    public Object item(int index) {
        return items[index];
    }

    /**
     * Returns the value of measure {@code index}.
     *
     * @throws IllegalStateException if it is no number
     */
    public double value(int index) {
        if (items[index] instanceof Double value) {
            return value;
        }
        throw new IllegalStateException("Item " + index + " of the score is no number: " + items[index]);
    }

    /** Returns all items. */
    public List<Object> items() {
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Score score && Arrays.equals(items, score.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items);
    }
}
