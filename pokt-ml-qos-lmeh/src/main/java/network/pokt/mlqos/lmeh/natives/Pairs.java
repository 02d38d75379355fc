package network.pokt.mlqos.lmeh.natives;

import java.util.List;
import java.util.function.BiConsumer;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** What a metric that passes things through gives its aggregation: what is right, and what was answered. */
final class Pairs {

    private Pairs() {}

    static void each(
            List<? extends @Nullable Object> items, BiConsumer<@Nullable Object, @Nullable Object> goldAndPrediction) {
        for (Object item : items) {
            if (!(item instanceof List<?> pair) || pair.size() != 2) {
                throw new IllegalArgumentException("The aggregation takes pairs, not " + PythonRepr.repr(item)
                        + "; use a metric that gives the right answer and the given one.");
            }
            goldAndPrediction.accept(pair.get(0), pair.get(1));
        }
    }

    /** Returns a label as it compares in Python, where 1 and 1.0 and True are equal. */
    static Object label(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number.longValue();
        }
        return value == null ? "None" : value;
    }
}
