package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;

/**
 * Filters in a row, under the name that their results are reported by.
 *
 * @param name the name, such as {@code strict-match}
 * @param filters the filters, first to last
 */
public record FilterPipeline(String name, List<ResponseFilter> filters) {

    public FilterPipeline {
        filters = List.copyOf(filters);
    }

    public static FilterPipeline of(String name, ResponseFilter... filters) {
        return new FilterPipeline(name, List.of(filters));
    }

    /** Returns what is left of the responses after the last filter, the first of it if there is more. */
    public String apply(List<String> responses, Doc doc) {
        List<String> left = responses;
        for (ResponseFilter filter : filters) {
            left = filter.apply(left, doc);
        }
        return left.get(0);
    }
}
