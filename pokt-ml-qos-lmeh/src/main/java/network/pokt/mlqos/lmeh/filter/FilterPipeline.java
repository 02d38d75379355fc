package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * Filters in a row, under the name that their results are reported by.
 *
 * @param name the name, such as {@code strict-match}
 * @param filters the filters, first to last
 */
public record FilterPipeline(String name, List<ResponseFilter> filters) {

    /** What a task has that names no filters: the first response as it is. */
    public static final FilterPipeline DEFAULT = of("none", ResponseFilter.TAKE_FIRST);

    public FilterPipeline {
        filters = List.copyOf(filters);
    }

    public static FilterPipeline of(String name, ResponseFilter... filters) {
        return new FilterPipeline(name, List.of(filters));
    }

    /**
     * Returns what is left of the responses after the last filter: one value if a filter took the first, otherwise a list.
     *
     * @throws IllegalArgumentException if the filters do not fit each other or the responses
     */
    public @Nullable Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        Object left = responses;
        for (ResponseFilter filter : filters) {
            left = filter.apply(elements(left), doc);
        }
        return left;
    }

    /** Returns what is judged as text: the value that is left, the first if it is a list. */
    public String text(List<String> responses, Doc doc) {
        Object left = apply(responses, doc);
        return PythonRepr.str(left instanceof List<?> list && !list.isEmpty() ? list.get(0) : left);
    }

    /** A filter behind one that took the first sees a text as Python does, as the list of its characters. */
    private List<? extends @Nullable Object> elements(@Nullable Object left) {
        if (left instanceof List<?> list && !list.isEmpty()) {
            return list;
        } else if (left instanceof String text && !text.isEmpty()) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        throw new IllegalArgumentException("The filters of '" + name + "' leave " + PythonRepr.repr(left)
                + " to one that takes several responses; put it before take_first.");
    }
}
