package network.pokt.mlqos.task;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one sample contributes to each of its task's {@linkplain Task#measures() measures}, in their order. Immutable.
 *
 * <p>Mostly that is a number. A measure of a whole corpus, which is no mean of numbers, takes an item that its
 * {@linkplain Measure#summary() summary} understands, such as the pair of a reference and a prediction. Null stands for
 * a sample that has no part in a measure.
 */
public final class Score {

    private final @Nullable Object[] items;

    private Score(@Nullable Object[] items) {
        this.items = items;
    }

    /** Returns a score; every value is finite, since a sample that cannot be judged is a failure and not a number. */
    public static Score of(double... values) {
        @Nullable Object[] items = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("A score must be finite, got " + Arrays.toString(values) + ".");
            }
            items[i] = values[i];
        }
        return new Score(items);
    }

    /**
     * Returns a score of items as JSON has them, so that a journal can keep them: Double (NaN and infinite ones too), Long,
     * Boolean, String, lists and maps of these, and null. Whole numbers become Longs and others Doubles.
     *
     * @throws IllegalArgumentException if an item is of another kind
     */
    public static Score ofItems(List<? extends @Nullable Object> items) {
        return new Score(items.stream().map(Score::checked).toArray());
    }

    private static @Nullable Object checked(@Nullable Object item) {
        if (item == null || item instanceof Double || item instanceof Long || item instanceof Boolean) {
            return item;
        } else if (item instanceof String || item instanceof BigInteger) {
            return item.toString();
        } else if (item instanceof Integer number) {
            return number.longValue();
        } else if (item instanceof Number number) {
            return number.doubleValue();
        } else if (item instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(checked(element)));
            return Collections.unmodifiableList(elements);
        } else if (item instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, value) -> entries.put(String.valueOf(key), checked(value)));
            return Collections.unmodifiableMap(entries);
        }
        throw new IllegalArgumentException("A score is made of what JSON has, not of "
                + item.getClass().getSimpleName() + "; turn it into numbers, texts, lists or maps.");
    }

    /** Returns how many items there are. */
    public int size() {
        return items.length;
    }

    /** Returns the item of measure {@code index}, null if the sample has no part in it. */
    public @Nullable Object item(int index) {
        return items[index];
    }

    /**
     * Returns the value of measure {@code index}.
     *
     * @throws IllegalStateException if it is no number
     */
    public double value(int index) {
        if (items[index] instanceof Number value) {
            return value.doubleValue();
        }
        throw new IllegalStateException("Item " + index + " of the score is no number: " + items[index]);
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
