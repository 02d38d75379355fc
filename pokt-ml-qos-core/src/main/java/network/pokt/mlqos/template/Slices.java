package network.pokt.mlqos.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** Python's {@code sequence[start:stop:step]}. */
final class Slices {

    private static final BigInteger LIMIT = BigInteger.valueOf(Integer.MAX_VALUE);

    private Slices() {}

    /** Returns the slice of a text, list, tuple or range; a bound that is null is left open. */
    static Object slice(
            @Nullable Object sequence,
            @Nullable Object start,
            @Nullable Object stop,
            @Nullable Object step,
            Meter meter) {
        if (sequence instanceof String text) {
            meter.spendText(text.length());
            return text(text, Bounds.of(CodePoints.length(text), start, stop, step));
        } else if (sequence instanceof PythonRange range) {
            Bounds bounds = Bounds.of(range.size(), start, stop, step);
            return new PythonRange(
                    range.start() + bounds.start * range.step(),
                    range.start() + bounds.stop * range.step(),
                    range.step() * bounds.step,
                    bounds.size());
        } else if (sequence instanceof List<?> list && !(sequence instanceof Typed)) {
            List<@Nullable Object> elements = new ArrayList<>();
            Bounds bounds = Bounds.of(list.size(), start, stop, step);
            meter.spendElements(bounds.size());
            for (int i = 0; i < bounds.size(); i++) {
                elements.add(list.get(bounds.index(i)));
            }
            return sequence instanceof PythonTuple ? PythonTuple.of(elements) : elements;
        }
        throw Values.unsuited("A slice", sequence);
    }

    private static String text(String text, Bounds bounds) {
        if (bounds.step == 1) {
            return CodePoints.between(text, bounds.start, Math.max(bounds.start, bounds.stop));
        }
        int[] characters = text.codePoints().toArray();
        StringBuilder slice = new StringBuilder(bounds.size());
        for (int i = 0; i < bounds.size(); i++) {
            slice.appendCodePoint(characters[bounds.index(i)]);
        }
        return slice.toString();
    }

    /** Bounds fitted to a sequence; the step is clipped to what makes a difference. */
    private record Bounds(int start, int stop, long step) {

        static Bounds of(int length, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
            long stride = step == null ? 1 : integer(step);
            if (stride == 0) {
                throw new TemplateException(Kind.VALUE, "The step of a slice is zero; give another.");
            }
            int lowest = stride < 0 ? -1 : 0;
            int highest = stride < 0 ? length - 1 : length;
            return new Bounds(
                    start == null ? (stride < 0 ? highest : lowest) : fitted(start, length, lowest, highest),
                    stop == null ? (stride < 0 ? lowest : highest) : fitted(stop, length, lowest, highest),
                    stride);
        }

        private static int fitted(Object bound, int length, int lowest, int highest) {
            long index = integer(bound);
            return (int) Math.max(lowest, Math.min(highest, index < 0 ? index + length : index));
        }

        private static long integer(Object bound) {
            if (!Integers.isInteger(bound)) {
                throw Values.unsuited("A bound of a slice", bound);
            }
            return Integers.big(bound).max(LIMIT.negate()).min(LIMIT).longValue();
        }

        int size() {
            long distance = step < 0 ? start - (long) stop : stop - (long) start;
            return distance <= 0 ? 0 : (int) ((distance - 1) / Math.abs(step) + 1);
        }

        int index(int position) {
            return (int) (start + position * step);
        }
    }
}
