package network.pokt.mlqos.lmeh.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A split, a part of one, or several joined, as {@code datasets} spells it: {@code train[:100]}, {@code test[-10%:]},
 * {@code train[:50]+validation}. Percentages are rounded to the nearest document, halves to the even one.
 */
final class SplitExpression {

    private static final Pattern PART =
            Pattern.compile("(\\w+(?:\\.\\w+)*)(?:\\[(?:(-?\\d{1,9})(%?))?:(?:(-?\\d{1,9})(%?))?])?");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Part> parts;

    private SplitExpression(List<Part> parts) {
        this.parts = parts;
    }

    private record Bound(int value, boolean percent) {

        int index(int size) {
            BigDecimal absolute = percent
                    ? BigDecimal.valueOf((long) value * size).divide(HUNDRED, 0, RoundingMode.HALF_EVEN)
                    : BigDecimal.valueOf(value);
            int index = absolute.intValue() + (value < 0 ? size : 0);
            return Math.max(0, Math.min(size, index));
        }
    }

    private record Part(
            String split, @Nullable Bound from, @Nullable Bound to) {

        Documents of(DatasetSource source) {
            Documents all = source.split(split);
            int size = all.docs().size();
            int begin = from == null ? 0 : from.index(size);
            int end = to == null ? size : to.index(size);
            if (begin >= end) {
                throw new DatasetException("There is no document in the part from " + begin + " to " + end
                        + " of the split '" + split + "' of " + size + "; choose a part within it.");
            }
            return all.slice(begin, end);
        }
    }

    /** Returns a source that understands expressions where {@code source} knows names. */
    static DatasetSource over(DatasetSource source) {
        return expression -> parse(expression).documents(source);
    }

    /**
     * Reads an expression.
     *
     * @throws DatasetException if it is none
     */
    static SplitExpression parse(String text) {
        List<Part> parts = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw new DatasetException("'" + text + "' is no split; write a name, or a part such as train[:100] or"
                        + " train[10%:20%], or several joined by +.");
            }
            parts.add(new Part(matcher.group(1), bound(matcher, 2, text), bound(matcher, 4, text)));
        }
        return new SplitExpression(parts);
    }

    private static @Nullable Bound bound(Matcher matcher, int group, String text) {
        if (matcher.group(group) == null) {
            return null;
        }
        Bound bound = new Bound(
                Integer.parseInt(matcher.group(group)),
                !matcher.group(group + 1).isEmpty());
        if (bound.percent && Math.abs(bound.value) > HUNDRED.intValue()) {
            throw new DatasetException("The split '" + text + "' has a percentage beyond 100; choose one within.");
        }
        return bound;
    }

    Documents documents(DatasetSource source) {
        List<Documents> all = parts.stream().map(part -> part.of(source)).toList();
        return all.size() == 1 ? all.get(0) : Documents.joined(all);
    }
}
